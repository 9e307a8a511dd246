# rule: files_written.magic_into_no_folder
# source: constructed
# says: folder\s+src/models\s+does\s+not\s+exist
# says: mkdir
# %% fails
%%file src/models/net.py
import torch
# %% mended
from pathlib import Path
Path('src/models').mkdir(parents=True, exist_ok=True)
