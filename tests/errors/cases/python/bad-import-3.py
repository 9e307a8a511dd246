# rule: python_spelling.bad_import
# source: constructed
# says: from numpy import array
# says: import
# %% fails
import array from numpy
# %% mended
from numpy import array
