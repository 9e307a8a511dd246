# rule: libraries_one_number.math_of_an_array
# source: https://stackoverflow.com (only size-1 arrays can be converted to Python scalars)
# says: x holds 5 numbers
# says: y = np.sin\(x\)
# %% before
import math
import numpy as np
x = np.linspace(0, 1, 5)
# %% fails
y = math.sin(x)
# %% mended
y = np.sin(x)
