# rule: python_files.file_or_folder
# source: constructed
# says: is a file
# %% before
from pathlib import Path
path = Path('titanic'); path.mkdir()
(path/'train.csv').write_text('a\n1\n')
for file in path.iterdir():
    size = file.stat().st_size
csv = path/'train.csv'
# %% fails
(csv/'test.csv').read_text()
