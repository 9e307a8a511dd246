# rule: not folders_taken.by_what_is_in_it
# source: constructed
# %% before
from pathlib import Path
path = 'mnist'
for path in ['a', 'b']:
    size = len(path)
# %% fails
text = (path/'a.txt').read_text()
