# rule: none
# source: constructed: the sizes fit; another library's error under the same name
# %% before
import torch
from torch import nn
class Strict(nn.Module):
    def forward(self, x): raise RuntimeError("mat1 and mat2 shapes cannot be multiplied (4x9 and 10x2)")
net = Strict()
# %% fails
net(torch.rand(4, 9))
