# rule: modules_without_weights.no_weights
# source: constructed
# says: self\.body = nn\.Sequential\(nn\.Linear\(4, 8\), nn\.ReLU\(\), nn\.Linear\(8, 1\)\)
# says: variable
# %% before
import torch
from torch import nn
# %% fails
class Regressor(nn.Module):
    def __init__(self):
        super().__init__()
        body = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
    def forward(self, x):
        return body(x)
m = Regressor()
opt = torch.optim.AdamW(m.parameters(), lr=0.1)
# %% mended
class Regressor(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
    def forward(self, x):
        return self.body(x)
m = Regressor()
opt = torch.optim.AdamW(m.parameters(), lr=0.1)
m(torch.rand(2, 4))
