# rule: path_text.added_to_a_new_path
# source: constructed
# says: Path.home\(\)/'models'
# %% before
from pathlib import Path
# %% fails
p = Path.home() + '/models'
# %% mended
p = Path.home()/'models'
