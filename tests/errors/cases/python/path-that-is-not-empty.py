# rule: files_inside.folder_not_empty
# source: constructed
# says: shutil.rmtree\(path\)
# %% before
from pathlib import Path
path = Path('data')
(path/'cats').mkdir(parents=True)
# %% fails
path.rmdir()
# %% mended
import shutil
shutil.rmtree(path)
