# rule: files_read_only.into_read_only
# source: constructed
# says: may\s+not\s+be\s+written
# says: df\.to_csv\('losses\.csv'\)
# %% before
import sys
import pandas as pd
from pathlib import Path
Path('site-packages').mkdir(); Path('theirs').mkdir()
Path('site-packages/only_read.py').write_text('''import builtins
op = builtins.open
def open(path, mode='r', *args, **kwargs):
    if 'theirs' in str(path) and 'w' in mode: raise PermissionError(13, 'Permission denied', str(path))
    return op(path, mode, *args, **kwargs)
builtins.open = open
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read
df = pd.DataFrame({'loss': [0.3, 0.2]})
# %% fails
def keep(df): df.to_csv('theirs/losses.csv')
keep(df)
# %% mended
df.to_csv('losses.csv')
