# rule: notebook_output.lines_as_one
# source: constructed
# says: here is a list \(SList\) of what !pwd printed
# says: images = Path\(here\[0\]\)/'images'
# %% before
from pathlib import Path
here = !pwd
# %% fails
images = here/'images'
# %% mended
images = Path(here[0])/'images'
