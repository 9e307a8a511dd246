# rule: label_numbers.embedding_too_small
# source: constructed
# says: model\(xb\[:,\s+:6\]\)
# %% before
import torch
from torch import nn
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(30, 4), nn.Embedding(6, 4)
        self.out = nn.Linear(4, 2)
    def forward(self, x):
        pos = torch.arange(x.size(1)).expand(x.size(0), -1)
        return self.out((self.words(x) + self.places(pos)).mean(1))
model = Classifier()
xb = torch.randint(0, 30, (4, 9))
# %% fails
preds = model(xb)
# %% mended
preds = model(xb[:, :6])
