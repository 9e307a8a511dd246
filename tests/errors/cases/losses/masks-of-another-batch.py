# rule: not losses_unflattened.still_a_picture
# source: constructed
# %% before
import torch, torch.nn.functional as F
# %% fails
loss = F.cross_entropy(torch.randn(8, 2, 6, 6), torch.randint(0, 2, (8, 5, 5)))
