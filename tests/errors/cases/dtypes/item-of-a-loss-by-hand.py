# rule: scalars.several_values
# source: constructed
# says: loss = \(\(?pred - y\)? ?\*\* ?2\)\.mean\(\)
# %% before
import torch
pred, y = torch.rand(6), torch.rand(6)
# %% fails
loss = (pred - y)**2
print(f'{loss.item():.3f}')
# %% mended
loss = ((pred - y)**2).mean()
print(f'{loss.item():.3f}')
