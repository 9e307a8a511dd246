# rule: conversions.of_a_list
# source: constructed
# says: None
# says: item 1
# %% before
import torch
xs = [1, None, 3]
# %% fails
torch.tensor(xs)
# %% mended
torch.tensor([o for o in xs if o is not None])
