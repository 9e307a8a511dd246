# rule: not files_read_only.into_read_only
# source: constructed
# %% before
import sys
import pandas as pd
from pathlib import Path
Path('site-packages').mkdir(); Path('theirs').mkdir()
Path('theirs/notes.csv').write_text('a')
Path('site-packages/only_read.py').write_text('''import builtins
op = builtins.open
def open(path, mode='r', *args, **kwargs):
    if str(path).startswith('theirs'): raise PermissionError(13, 'Permission denied', str(path))
    return op(path, mode, *args, **kwargs)
builtins.open = open
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read
# %% fails
pd.Series([1]).to_csv('theirs/notes.csv')
