# notice: none
# source: constructed
# %% before
import torch
x = torch.rand(100)*10
# %% cell
h = x.half()
(h - x).abs().max()
