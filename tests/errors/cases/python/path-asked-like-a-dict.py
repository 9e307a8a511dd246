# rule: path_text.path_indexed
# source: constructed
# says: is a Path
# says: root/'train'
# %% before
from pathlib import Path
root = Path('store')
(root/'train').mkdir(parents=True)
# %% fails
list(root['train'].iterdir())
# %% mended
folder = root/'train'
list(folder.iterdir())
