# rule: channels_shared.fewer_than_asked
# source: constructed
# says: torch\.topk\(losses,\s+k=min\(10,\s+losses\.shape\[-1\]\)\)
# %% before
import torch
losses = torch.rand(6)
# %% fails
worst, at = torch.topk(losses, k=10)
# %% mended
worst, at = torch.topk(losses, k=min(10, losses.shape[-1]))
