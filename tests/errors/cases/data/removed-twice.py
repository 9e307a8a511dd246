# rule: files_deleted.gone_already
# source: constructed
# says: cannot be deleted
# says: Path\(f'small/\{name\}'\)\.unlink\(missing_ok=True\)
# %% before
import os
from pathlib import Path
Path('small').mkdir()
for i in (1, 2): Path(f'small/scan_{i}.txt').touch()
# %% fails
for name in ['scan_2.txt', 'scan_3.txt']:
    os.remove(f'small/{name}')
# %% mended
for name in ['scan_2.txt', 'scan_3.txt']:
    Path(f'small/{name}').unlink(missing_ok=True)
