# rule: python_numbers.beyond_mathematics
# source: constructed
# says: math\.sqrt\(abs\(\-1\)\)
# says: math\.sqrt
# %% fails
import math
math.sqrt(-1)
# %% mended
import math
math.sqrt(abs(-1))
