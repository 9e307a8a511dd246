# rule: shapes.broadcast
# source: constructed
# says: lie\s+along\s+dimension\s+1
# says: share = \(preds\.argmax\(dim=1\) == targs\)
# %% before
import torch
preds, targs = torch.randn(30, 5), torch.randint(0, 5, (30,))
# %% fails
share = (preds.argmax(dim=0) == targs).float().mean()
# %% mended
share = (preds.argmax(dim=1) == targs).float().mean()
