# rule: notebook_imports.no_such_name
# source: constructed
# says: from collections\.abc import Mapping
# says: collections
# %% fails
from collections import Mapping
# %% mended
from collections.abc import Mapping
