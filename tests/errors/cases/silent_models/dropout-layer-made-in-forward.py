# notice: layers.made_in_forward
# source: constructed
# says: always\s+in\s+training\s+mode
# says: self\.drop\s+=\s+nn\.Dropout\(0\.3\)
# %% before
import torch
from torch import nn
# %% cell
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 8)
    def forward(self, x):
        drop = nn.Dropout(0.3)
        return drop(self.fc(x))
tagger = Tagger()
# %% mended
class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 8)
        self.drop = nn.Dropout(0.3)
    def forward(self, x):
        return self.drop(self.fc(x))
tagger = Tagger()
