# rule: notebook_alike.usual_under_another_name
# source: constructed
# says: your path is called PATH
# %% before
from pathlib import Path
PATH = Path('rocks'); PATH.mkdir()
# %% fails
files = list(path.iterdir())
# %% mended
files = list(PATH.iterdir())
