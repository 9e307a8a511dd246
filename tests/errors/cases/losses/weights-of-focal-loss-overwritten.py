# rule: indices.class_number_past_the_end
# source: https://github.com/yatengLG/Focal-Loss-Pytorch/issues/5
# says: last\s+call\s+took\s+out
# says: alpha\s+=\s+self\.alpha\.gather\(0,\s+y\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
batches = [torch.tensor([0, 1]), torch.tensor([2, 1, 2])]
# %% fails
class Focal(nn.Module):
    def __init__(self):
        super().__init__()
        self.alpha = torch.tensor([0.2, 0.3, 0.5])
    def forward(self, preds, y):
        self.alpha = self.alpha.gather(0, y)
        return (self.alpha * F.cross_entropy(preds, y, reduction='none')).mean()
focal = Focal()
for y in batches:
    loss = focal(torch.randn(len(y), 3), y)
# %% mended
class Focal(nn.Module):
    def __init__(self):
        super().__init__()
        self.alpha = torch.tensor([0.2, 0.3, 0.5])
    def forward(self, preds, y):
        alpha = self.alpha.gather(0, y)
        return (alpha * F.cross_entropy(preds, y, reduction='none')).mean()
focal = Focal()
for y in batches:
    loss = focal(torch.randn(len(y), 3), y)
