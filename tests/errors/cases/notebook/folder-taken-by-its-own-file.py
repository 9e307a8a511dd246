# rule: folders_taken.by_what_is_in_it
# source: constructed
# says: path = path ?/ ?'train\.csv'
# says: path = Path\('comp'\)
# %% before
import pandas as pd
from pathlib import Path
path = Path('comp'); path.mkdir()
for name in ('train', 'test'):
    pd.DataFrame({'a': [1]}).to_csv(path/f'{name}.csv', index=False)
path = path/'train.csv'
df = pd.read_csv(path)
# %% fails
test = pd.read_csv(path/'test.csv')
# %% mended
path = Path('comp')
test = pd.read_csv(path/'test.csv')
