# rule: not covered_libraries.asked_of_a_value
# source: constructed
# %% before
from pathlib import Path
Path = "data/bears"
# %% fails
Path.exists()
