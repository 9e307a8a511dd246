# rule: not memory_arrays.array_too_large
# source: constructed
# %% before
import numpy as np
# %% fails
raise MemoryError('no room for the array')
