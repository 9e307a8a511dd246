# notice: comparisons.shapes_broadcast_in_accuracy
# source: constructed
# says: \(8, 1\)|8, 8
# %% before
import torch
torch.manual_seed(0)
preds, targs = torch.randn(8, 1), torch.randint(0, 2, (8,))
def accuracy(preds, targs): return (preds > 0).eq(targs).float().mean()
# %% cell
acc = accuracy(preds, targs)
print(acc)
# %% mended
acc = accuracy(preds.squeeze(1), targs)
print(acc)
