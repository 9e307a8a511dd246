# rule: python_scopes.function_shadowed
# source: constructed
# says: from math import sqrt
# says: sqrt
# %% before
from math import sqrt
# %% before
sqrt = 4
# %% fails
sqrt(9)
# %% mended
from math import sqrt
