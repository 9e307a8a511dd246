# rule: python_numbers.beyond_mathematics
# source: constructed
# says: -4
# says: math.sqrt
# %% before
import math
d = -4
# %% fails
math.sqrt(d)
# %% mended
math.sqrt(abs(d))
