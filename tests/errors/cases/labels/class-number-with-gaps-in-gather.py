# rule: indices.class_number_past_the_end
# source: constructed
# says: return_inverse=True
# %% before
import torch
probs = torch.rand(4, 3)
ids = torch.tensor([0, 7, 7, 2])
# %% fails
p = probs.gather(1, ids.view(-1, 1))
# %% mended
ids = torch.unique(ids, return_inverse=True)[1]
p = probs.gather(1, ids.view(-1, 1))
