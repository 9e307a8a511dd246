# rule: joining.join_not_a_list
# source: constructed
# says: list
# says: torch\.cat\(\[a, b\]\)
# %% before
import torch
a, b = torch.rand(2, 3), torch.rand(2, 3)
# %% fails
torch.cat(a, b)
# %% mended
torch.cat([a, b])
