# rule: builtins_covered.by_a_star
# source: https://stackoverflow.com/questions/54151435 (open() missing required argument 'flags')
# says: open is os's function here
# says: from builtins import open
# %% before
from os import *
from pathlib import Path
Path('notes.txt').write_text('a')
# %% fails
with open('notes.txt') as f: text = f.read()
# %% mended
from builtins import open
with open('notes.txt') as f: text = f.read()
