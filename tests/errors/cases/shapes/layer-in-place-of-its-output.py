# rule: modules_made.layer_made_not_called
# source: https://discuss.pytorch.org/t/typeerror-conv2d-argument-input-position-1-must-be-tensor-not-relu/98757
# says: nn\.LeakyReLU\(\)\(h\)
# says: F\.leaky_relu
# %% before
import torch
from torch import nn

rows = torch.rand(6, 5)
# %% fails
class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(5, 9), nn.Linear(9, 2)

    def forward(self, h):
        h = self.first(h)
        h = nn.LeakyReLU(h)
        h = self.second(h)
        return h


Two()(rows)
# %% mended
class Two(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(5, 9), nn.Linear(9, 2)

    def forward(self, h):
        h = self.first(h)
        h = nn.LeakyReLU()(h)
        h = self.second(h)
        return h


Two()(rows)
