# rule: files_among_folders.listed_as_folder
# source: constructed
# says: birds.labels.csv is a file
# says: if not folder.is_dir\(\): continue
# %% before
from pathlib import Path
for name in ['owl', 'wren']:
    (Path('birds')/name).mkdir(parents=True)
    (Path('birds')/name/'1.jpg').write_bytes(b'')
Path('birds/labels.csv').write_text('name,label\n')
# %% fails
for folder in sorted(Path('birds').iterdir()):
    print(folder.name, [f.name for f in folder.iterdir()])
# %% mended
for folder in sorted(Path('birds').iterdir()):
    if not folder.is_dir(): continue
    print(folder.name, [f.name for f in folder.iterdir()])
