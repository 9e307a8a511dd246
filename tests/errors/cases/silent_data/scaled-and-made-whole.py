# notice: casts.fractions_cut_to_zero
# source: constructed
# says: every\s+pixel\s+below\s+255
# says: x\s+=\s+\(raw\s+/\s+255\)\.float\(\)
# %% before
import torch

raw = torch.randint(0, 250, (3, 16, 16))
# %% cell
x = (raw / 255).long()
x.shape
# %% mended
x = (raw / 255).float()
x.shape
