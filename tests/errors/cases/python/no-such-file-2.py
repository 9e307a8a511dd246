# rule: python_files.no_such_file
# source: constructed
# says: from pathlib import Path
# says: root_only_place
# %% fails
open('/root_only_place/x', 'w')
# %% mended
from pathlib import Path
Path('/root_only_place').mkdir(parents=True, exist_ok=True)
