# rule: torch_gone.attribute_gone
# source: constructed
# says: complex\s+numbers
# %% before
import torch
img = torch.rand(2, 3, 8, 8)
# %% fails
freq = torch.rfft(img, signal_ndim=2, onesided=False)
# %% mended
freq = torch.view_as_real(torch.fft.fftn(img, dim=(-2, -1)))
