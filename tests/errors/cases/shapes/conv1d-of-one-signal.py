# rule: layers.wrong_rank
# source: constructed
# says: conv\(sig\[None, None\]\)
# %% before
import torch
from torch import nn
sig=torch.randn(500)
conv=nn.Conv1d(1,8,7)
# %% fails
conv(sig)
# %% mended
conv(sig[None, None])
