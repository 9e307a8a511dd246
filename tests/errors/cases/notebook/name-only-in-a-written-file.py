# rule: notebook_timed.kept_by_no_name
# source: constructed
# says: writes the cell into the file tricks\.py and runs nothing
# says: from tricks import double
# %% before
%%writefile tricks.py
def double(x): return 2 * x
# %% fails
double(4)
# %% mended
import sys
sys.path.insert(0, '.')
from tricks import double
double(4)
