# rule: dtypes.in_place_on_integers
# source: constructed
# says: max=int\(w\)
# %% before
import torch
xs = torch.arange(6)
w = torch.tensor(4.)
# %% fails
xs.clamp_(min=0, max=w)
# %% mended
xs.clamp_(min=0, max=int(w))
