# rule: files_broken.bad_archive
# source: constructed
# says: broke\s+off|zip\s+archive
# says: download\s+it\s+again
# %% before
import shutil, zipfile
from pathlib import Path
with zipfile.ZipFile('birds.zip', 'w') as z: z.writestr('a.txt', 'a' * 1000)
data = Path('birds.zip').read_bytes()
Path('birds.zip').write_bytes(data[:200])
# %% fails
shutil.unpack_archive('birds.zip', 'birds')
