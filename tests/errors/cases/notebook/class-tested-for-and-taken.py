# rule: covered_libraries.used_as_a_function
# source: constructed
# says: Path is the string 'b' here, not the class of pathlib
# says: from pathlib import Path
# %% before
from fastai.vision.all import *
for Path in ["a", "b"]: print(Path)
# %% fails
isinstance("a.jpg", Path)
# %% mended
from pathlib import Path
isinstance("a.jpg", Path)
