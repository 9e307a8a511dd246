# notice: comparisons.shapes_broadcast_in_accuracy
# source: fastbook, chapter 4
# says: preds has the shape
# says: \(15, 1\)
# says: unsqueeze\(1\)
# %% before
import torch
from torch import nn
def batch_accuracy(outputs, yb):
    preds = outputs.sigmoid()
    correct = (preds > 0.5) == yb
    return correct.float().mean()
outs = torch.randn(15, 1); wanted = torch.randint(0, 2, (15,))
# %% cell
batch_accuracy(outs, wanted)
# %% mended
batch_accuracy(outs, wanted.unsqueeze(1))
