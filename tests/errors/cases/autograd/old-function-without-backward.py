# rule: autograd_functions.function_called
# source: constructed
# says: class\s+Detect\(nn\.Module\)
# %% before
import torch
from torch import nn
from torch.autograd import Function
# %% fails
class Detect(Function):
    def __init__(self, num_classes, top_k=10):
        self.num_classes = num_classes
        self.top_k = top_k
    def forward(self, conf):
        return torch.zeros(conf.size(0), self.num_classes, self.top_k, 5)
detect = Detect(3)
out = detect(torch.rand(2, 3))
# %% mended
class Detect(nn.Module):
    def __init__(self, num_classes, top_k=10):
        super().__init__()
        self.num_classes = num_classes
        self.top_k = top_k
    def forward(self, conf):
        return torch.zeros(conf.size(0), self.num_classes, self.top_k, 5)
detect = Detect(3)
out = detect(torch.rand(2, 3))
