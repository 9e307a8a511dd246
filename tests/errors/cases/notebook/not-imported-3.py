# rule: notebook_undefined.not_imported
# source: constructed
# says: from pathlib import Path
# says: Path
# %% before
import os
# %% fails
Path('x')
# %% mended
from pathlib import Path
