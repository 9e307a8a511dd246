# rule: modules_made.class_called_with_data
# source: constructed
# says: scores = tagger\(batch\)
# %% before
import torch
from torch import nn
class Tagger(nn.Module):
    def __init__(self, n_classes=3):
        super().__init__()
        self.head = nn.Linear(8, n_classes)
    def forward(self, x): return self.head(x)
batch = torch.rand(4, 8)
tagger = Tagger()
# %% fails
scores = Tagger(batch)
# %% mended
scores = tagger(batch)
