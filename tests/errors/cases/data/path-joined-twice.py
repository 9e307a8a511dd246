# rule: joined_twice.path_joined_twice
# source: constructed
# says: twice
# says: run twice
# says: path = Path\('birds'\)/'valid'
# %% before
from pathlib import Path
Path('birds/valid/owl').mkdir(parents=True)
path = Path('birds')
# %% before
path = path/'valid'
# %% fails
path = path/'valid'
len(list(path.iterdir())), sorted(Path(path/'owl').iterdir())
# %% mended
path = Path('birds')/'valid'
len(list(path.iterdir())), sorted(Path(path/'owl').iterdir())
