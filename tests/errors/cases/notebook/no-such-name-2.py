# rule: notebook_imports.no_such_name
# source: constructed
# says: from math import sqrt
# says: math
# %% fails
from math import sqroot
# %% mended
from math import sqrt
