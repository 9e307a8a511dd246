# rule: path_text.added_to_a_new_path
# source: constructed
# says: p = Path\('data'\)/'train.csv'|Path\('data'\)/'train.csv'
# %% before
from pathlib import Path
# %% fails
p = Path('data') + '/train.csv'
# %% mended
p = Path('data')/'train.csv'
