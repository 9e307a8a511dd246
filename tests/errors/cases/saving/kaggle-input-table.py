# rule: files_read_only.into_read_only
# source: constructed
# says: /kaggle/input/titanic
# says: read-only
# says: sub\.to_csv\('submission\.csv', index=False\)
# %% before
import sys
import pandas as pd
from pathlib import Path
Path('site-packages').mkdir()
Path('site-packages/only_read.py').write_text('''import builtins, os
is_dir, op = os.path.isdir, builtins.open
def open(path, mode='r', *args, **kwargs):
    if str(path).startswith('/kaggle/input') and 'w' in mode: raise OSError(30, 'Read-only file system', str(path))
    return op(path, mode, *args, **kwargs)
builtins.open = open
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read, pandas.io.common
pandas.io.common.check_parent_directory = lambda path: None
path = Path('/kaggle/input/titanic')
sub = pd.DataFrame({'PassengerId': [1], 'Survived': [0]})
# %% fails
sub.to_csv(path/'submission.csv', index=False)
# %% mended
sub.to_csv('submission.csv', index=False)
