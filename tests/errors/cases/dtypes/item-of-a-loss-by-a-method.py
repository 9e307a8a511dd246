# rule: scalars.several_values
# source: constructed
# says: one for each item
# says: loss = \(pred - y\)\.pow\(2\)\.mean\(\)
# %% before
import torch
pred, y = torch.rand(6), torch.rand(6)
# %% fails
loss = (pred - y).pow(2)
print(loss.item())
# %% mended
loss = (pred - y).pow(2).mean()
print(loss.item())
