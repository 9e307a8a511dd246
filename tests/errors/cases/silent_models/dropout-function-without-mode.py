# notice: models.dropout_always_on
# source: https://stackoverflow.com/questions/53419474 (nn.Dropout vs F.dropout)
# says: eval\(\)
# says: F\.dropout\(out, p=0\.3, training=self\.training\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(40, 3)

# %% cell
class Dropped(nn.Module):
    def __init__(self):
        super().__init__()
        self.line = nn.Linear(3, 1)

    def forward(self, x):
        out = self.line(x)
        return F.dropout(out, p=0.3)
# %% mended
class Dropped(nn.Module):
    def __init__(self):
        super().__init__()
        self.line = nn.Linear(3, 1)

    def forward(self, x):
        out = self.line(x)
        return F.dropout(out, p=0.3, training=self.training)
