# notice: conditions.function_replaced
# source: constructed
# says: calls\s+nothing
# says: torch\.manual_seed\(42\)
# %% before
import torch
# %% cell
torch.manual_seed = 42
x = torch.rand(3)
# %% mended
torch.manual_seed(42)
x = torch.rand(3)
