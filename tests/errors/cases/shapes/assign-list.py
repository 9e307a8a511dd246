# rule: joining.assigned
# source: constructed
# says: torch\.tensor\(\[1, 2, 3\]\)
# %% before
import torch
mat = torch.zeros(2, 3)
# %% fails
mat[0] = [1, 2, 3]
# %% mended
mat[0] = torch.tensor([1, 2, 3])
