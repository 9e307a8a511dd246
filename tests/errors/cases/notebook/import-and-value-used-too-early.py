# rule: notebook_names.used_too_early
# source: constructed
# says: import math
# says: radius = math\.sqrt\(2\)
# %% fails
area = 3.14 * radius ** 2
import math
radius = math.sqrt(2)
# %% mended
import math
radius = math.sqrt(2)
area = 3.14 * radius ** 2
