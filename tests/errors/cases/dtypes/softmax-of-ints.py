# rule: dtypes.needs_floats
# source: constructed
# says: int64
# says: torch\.softmax\(acts\.float\(\), dim=0\)
# %% before
import torch
acts = torch.tensor([1, 2, 3])
# %% fails
torch.softmax(acts, dim=0)
# %% mended
torch.softmax(acts.float(), dim=0)
