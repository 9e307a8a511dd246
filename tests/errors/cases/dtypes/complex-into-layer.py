# rule: dtypes.layer_dtype
# source: constructed
# says: complex
# says: lin\(f\.abs\(\)\)
# %% before
import torch
from torch import nn
lin = nn.Linear(5, 2)
f = torch.fft.rfft(torch.rand(3, 8))
# %% fails
lin(f)
# %% mended
lin(f.abs())
