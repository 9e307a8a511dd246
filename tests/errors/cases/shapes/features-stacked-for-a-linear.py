# rule: layers.linear_size
# source: constructed
# says: new\s+dimension
# says: both = torch\.cat\(\(words, numbers\), 1\)
# %% before
import torch
from torch import nn
class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(20, 1)
    def forward(self, words, numbers):
        both = torch.stack((words, numbers))
        return self.out(both)
# %% fails
Mixed()(torch.rand(6, 10), torch.rand(6, 10))
# %% mended
class Mixed(Mixed):
    def forward(self, words, numbers):
        both = torch.cat((words, numbers), 1)
        return self.out(both)
Mixed()(torch.rand(6, 10), torch.rand(6, 10))
