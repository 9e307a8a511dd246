# rule: files_read_only.into_read_only
# source: constructed
# says: may\s+not\s+be\s+written
# says: torch\.save\(net\.state_dict\(\), 'net\.pth'\)
# %% before
import sys
import torch
from pathlib import Path
Path('site-packages').mkdir()
Path('site-packages/only_read.py').write_text('''import torch.serialization as ts
made = ts._open_zipfile_writer
def _open_zipfile_writer(name):
    if str(name).startswith('theirs'):
        raise RuntimeError('[enforce fail] . open file failed with strerror: Permission denied')
    return made(name)
ts._open_zipfile_writer = _open_zipfile_writer
''')
Path('theirs').mkdir()
sys.path.insert(0, str(Path('site-packages').absolute()))
import only_read
net = torch.nn.Linear(2, 1)
# %% fails
torch.save(net.state_dict(), 'theirs/net.pth')
# %% mended
torch.save(net.state_dict(), 'net.pth')
