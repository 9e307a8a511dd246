# rule: dtypes.complex_numbers
# source: constructed
# says: complex
# says: f\.abs\(\)
# %% before
import torch
f = torch.fft.rfft(torch.rand(8))
# %% fails
f > 0.5
# %% mended
f.abs() > 0.5
