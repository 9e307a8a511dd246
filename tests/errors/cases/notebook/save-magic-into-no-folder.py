# rule: files_written.magic_into_no_folder
# source: constructed
# says: %save\s+writes
# says: mkdir
# %% before
x=1
# %% fails
%save backup/all.py 1
# %% mended
from pathlib import Path
Path('backup').mkdir(parents=True, exist_ok=True)
