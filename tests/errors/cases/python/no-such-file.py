# rule: python_files.no_such_file
# source: constructed
# says: from pathlib import Path
# says: newdir
# %% fails
open('newdir/x.txt','w')
# %% mended
from pathlib import Path
Path('newdir').mkdir(parents=True, exist_ok=True)
