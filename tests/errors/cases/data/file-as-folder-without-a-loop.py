# rule: not files_among_folders.listed_as_folder
# source: constructed
# says: is a file, and it is used as a folder
# %% before
import os
from pathlib import Path
Path('birds').mkdir()
Path('birds/labels.csv').write_text('name,label\n')
for name in os.listdir('birds'): print(name)
# %% fails
os.listdir('birds/labels.csv')
