# rule: buffers_named.name_is_taken
# source: constructed
# says: Take the line self.pos = … away
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.pos = torch.arange(n)
        self.register_buffer('pos', torch.arange(n))
# %% fails
net = Net(4)
# %% mended
class Net(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer('pos', torch.arange(n))
net = Net(4)
