# notice: none
# source: constructed
# %% before
import torch
x = torch.rand(20, 20)
# %% before
%%time
y = x @ x
# %% cell
%timeit -n1 -r1 z = x @ y
y.sum()
