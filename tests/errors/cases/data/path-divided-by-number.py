# rule: path_text.added_to_a_path
# source: constructed
# says: path/str\(i\)
# %% before
from pathlib import Path
path, i = Path('data'), 3
# %% fails
path/i
# %% mended
path/str(i)
