# rule: files_broken.bad_archive
# source: constructed
# says: web\s+page
# says: same\s+page\s+again
# says: github\.com/someone/birds/raw/main/birds\.zip
# %% before
import zipfile
from pathlib import Path
url = 'https://github.com/someone/birds/blob/main/birds.zip'
Path('birds.zip').write_text('<!DOCTYPE html><html><title>birds</title>')
def unpacked(name):
    with zipfile.ZipFile(name) as z: return z.namelist()
# %% fails
for name in ['birds.zip']: unpacked(name)
