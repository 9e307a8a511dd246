# rule: files_read_only.into_read_only
# source: constructed
# says: /kaggle/input/birds
# says: Path\('small'\)\.mkdir\(exist_ok=True\)
# %% before
import sys
from pathlib import Path
Path('site-packages').mkdir()
Path('site-packages/only_read.py').write_text('''import os
make = os.mkdir
def mkdir(path, *args, **kwargs):
    if str(path).startswith('/kaggle/input'): raise OSError(30, 'Read-only file system', str(path))
    return make(path, *args, **kwargs)
os.mkdir = mkdir
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read
path = Path('/kaggle/input/birds')
# %% fails
(path/'small').mkdir(exist_ok=True)
# %% mended
Path('small').mkdir(exist_ok=True)
