# notice: linear_in_a_row.no_activation_between
# source: constructed
# says: self\.fc2\s+takes\s+what\s+self\.fc1\s+gives
# says: torch\.relu\(self\.fc1\(x\)\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
class Iris(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(4, 16), nn.Linear(16, 3)
    def forward(self, x):
        x = self.fc1(x)
        x = self.fc2(x)
        return x
# %% cell
model = Iris()
# %% mended
class Iris(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(4, 16), nn.Linear(16, 3)
    def forward(self, x):
        x = torch.relu(self.fc1(x))
        x = self.fc2(x)
        return x
model = Iris()
