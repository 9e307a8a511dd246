# rule: shapes.broadcast
# source: constructed
# says: cannot grow
# says: total = total \+ x
# %% before
import torch
total = torch.zeros(10)
x = torch.rand(64, 10)
# %% fails
total += x
# %% mended
total = total + x
