# notice: none
# source: constructed
# %% before
import torch
from torch import nn
model = nn.Linear(4, 2)
# %% cell
class Count:
    def __init__(self, params):
        self.params = params
        self.n = sum(p.numel() for p in self.params)
    def show(self): return self.n
count = Count(model.parameters())
for i in range(3):
    print(count.show())
