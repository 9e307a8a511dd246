# rule: shapes.broadcast
# source: constructed
# says: for\s+each\s+place\s+4\s+outputs
# says: return pred\.argmax\(dim=1\)\.eq\(mask\)
# %% before
import torch
pred, mask = torch.randn(3, 4, 8, 8), torch.randint(0, 4, (3, 8, 8))
# %% before
def pixel_accuracy(pred, mask):
    return pred.eq(mask).float().mean()
# %% fails
pixel_accuracy(pred, mask)
# %% mended
def pixel_accuracy(pred, mask):
    return pred.argmax(dim=1).eq(mask).float().mean()
pixel_accuracy(pred, mask)
