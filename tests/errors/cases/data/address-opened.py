# rule: addresses_opened.address_opened
# source: constructed
# says: urlretrieve\('https://data\.example\.org/rows\.txt', 'rows\.txt'\)
# %% fails
with open('https://data.example.org/rows.txt') as f:
    print(f.read())
# %% mended
from pathlib import Path

Path('rows.txt').write_text('1 2')  # in place of the download
with open('rows.txt') as f:
    print(f.read())
