# rule: not torch_gone.import_gone
# source: constructed
# %% fails
from torch._sixteen import inf
