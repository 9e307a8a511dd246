# rule: python_files.no_such_file
# source: constructed
# says: from pathlib import Path
# says: results
# %% fails
open('results/x', 'w')
# %% mended
from pathlib import Path
Path('results').mkdir(parents=True, exist_ok=True)
