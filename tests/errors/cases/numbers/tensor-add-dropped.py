# notice: results.result_dropped
# source: constructed
# says: x\s=\sx\.add\(1\)
# says: add_
# %% before
import torch
x = torch.zeros(3)
# %% cell
x.add(1)
print(x)
# %% mended
x.add_(1)
print(x)
