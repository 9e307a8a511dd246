# rule: files_broken.bad_archive
# source: constructed
# says: web page
# says: unlink
# %% before
import zipfile
from pathlib import Path
Path('data.zip').write_text('<html>log in first</html>')
# %% fails
zipfile.ZipFile('data.zip').extractall('.')
# %% mended
from pathlib import Path
Path('data.zip').unlink()
