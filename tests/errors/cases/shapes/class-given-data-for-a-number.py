# rule: modules_made.class_called_with_data
# source: constructed
# says: model = Tagger\(n_classes=2\)
# says: scores = model\(batch\)
# says: came\s+to\s+n_classes
# %% before
import torch
from torch import nn
class Tagger(nn.Module):
    def __init__(self, n_classes):
        super().__init__()
        self.head = nn.Linear(8, n_classes)
    def forward(self, x): return self.head(x)
batch = torch.rand(4, 8)
# %% fails
scores = Tagger(batch)
# %% mended
model = Tagger(n_classes=2)
scores = model(batch)
