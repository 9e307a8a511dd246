# rule: covered_libraries.used_as_a_function
# source: constructed
# says: Path is a PosixPath here, not the class of pathlib
# says: Path = Path\('pictures'\) in cell \[1\]
# says: from pathlib import Path\n\s*path = Path\('pictures'\)\n\s*labels = Path
# %% before
from pathlib import Path
Path = Path("pictures")
# %% fails
labels = Path("labels.csv")
# %% mended
from pathlib import Path
path = Path("pictures")
labels = Path("labels.csv")
