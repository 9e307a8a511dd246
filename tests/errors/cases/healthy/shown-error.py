# notice: none
# source: constructed
# %% before
import torch
x = torch.zeros(4)
# %% cell
try:
    x.view(3)
except RuntimeError as e:
    print(e)
