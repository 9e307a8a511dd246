# notice: none
# source: constructed
# %% cell
from torch import nn
acts = [nn.ReLU()] * 3
drops = nn.ModuleList([nn.Dropout(0.2)] * 2)
zeros = [0] * 4
names = ['a'] * 2
stacked = [nn.Linear(4, 4) for _ in range(3)]
