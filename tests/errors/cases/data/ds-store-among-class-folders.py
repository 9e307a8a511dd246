# rule: files_among_folders.listed_as_folder
# source: constructed
# says: macOS
# says: os.listdir\(root\)
# says: if not os.path.isdir\(os.path.join\(root, label\)\): continue
# %% before
import os
from pathlib import Path
for name in ['rose', 'tulip']:
    (Path('flowers')/name).mkdir(parents=True)
    (Path('flowers')/name/'1.jpg').write_bytes(b'')
Path('flowers/.DS_Store').write_bytes(b'Bud1')
def all_files(root):
    found = []
    for label in os.listdir(root):
        for name in os.listdir(f'{root}/{label}'):
            found.append((name, label))
    return found
# %% fails
pairs = all_files('flowers')
# %% mended
def all_files(root):
    found = []
    for label in os.listdir(root):
        if not os.path.isdir(os.path.join(root, label)): continue
        for name in os.listdir(f'{root}/{label}'):
            found.append((name, label))
    return found
pairs = all_files('flowers')
