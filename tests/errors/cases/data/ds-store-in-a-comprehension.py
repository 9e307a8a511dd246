# rule: files_among_folders.listed_as_folder
# source: constructed
# says: if os.path.isdir\(os.path.join\('birds', c\)\)
# %% before
import os
from pathlib import Path
for name in ['owl', 'wren']: (Path('birds')/name).mkdir(parents=True)
Path('birds/.DS_Store').write_bytes(b'Bud1')
classes = os.listdir('birds')
# %% fails
counts = {c: len(os.listdir('birds/' + c)) for c in classes}
# %% mended
counts = {c: len(os.listdir('birds/' + c)) for c in classes if os.path.isdir(os.path.join('birds', c))}
