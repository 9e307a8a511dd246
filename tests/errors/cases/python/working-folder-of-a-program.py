# rule: paths.no_such_file
# source: constructed
# says: There is no moduls
# says: 'modules'
# %% before
import subprocess
from pathlib import Path
Path('modules').mkdir()
# %% fails
subprocess.run(['ls'], cwd='moduls')
# %% mended
subprocess.run(['ls'], cwd='modules')
