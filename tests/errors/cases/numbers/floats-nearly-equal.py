# notice: python.floats_nearly_equal
# source: constructed
# says: math\.isclose
# %% before
a = 0.1; b = 0.2
# %% cell
a + b == 0.3
# %% mended
import math
math.isclose(a + b, 0.3)
