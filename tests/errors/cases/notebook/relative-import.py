# rule: notebook_imports.relative_import
# source: constructed
# says: from utils import x
# says: from
# %% fails
from .utils import x
