# rule: files_broken.bad_archive
# source: constructed
# says: web\s+page
# says: gdown\.download\(id='1AbC_d-9'
# %% before
import tarfile
from pathlib import Path
link = "https://drive.google.com/file/d/1AbC_d-9/view?usp=sharing"
Path('birds.tgz').write_text('<html><head><title>Google Drive - Virus scan warning</title></head></html>')
# %% fails
tarfile.open('birds.tgz').extractall('birds')
