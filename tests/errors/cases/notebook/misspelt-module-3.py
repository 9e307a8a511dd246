# rule: notebook_imports.misspelt_module
# source: constructed
# says: from numpy import arange
# says: arange
# %% fails
import numpy.arange
# %% mended
from numpy import arange
