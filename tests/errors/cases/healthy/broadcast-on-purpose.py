# notice: none
# source: constructed
# %% before
import torch
# %% cell
a = torch.arange(4.)[:, None]; b = torch.arange(3.)
(a - b).shape
