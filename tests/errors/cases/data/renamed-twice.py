# rule: files_deleted.gone_already
# source: constructed
# says: cannot be moved
# says: ran before
# says: if src\.exists\(\): src\.rename
# %% before
from pathlib import Path
src = Path('notes_1.txt'); src.touch()
# %% before
src.rename('kept.txt');
# %% fails
src.rename('kept.txt');
# %% mended
if src.exists(): src.rename('kept.txt')
