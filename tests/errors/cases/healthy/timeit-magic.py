# notice: none
# source: constructed
# %% before
import torch
x = torch.rand(20, 20)
# %% cell
%timeit -n1 -r1 x.add(1)
