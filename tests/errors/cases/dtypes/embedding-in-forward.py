# rule: indices.embedding_of_floats
# source: https://stackoverflow.com/questions/56360644
# says: whole numbers
# %% before
import torch
from torch import nn
class Dot(nn.Module):
    def __init__(self):
        super().__init__()
        self.users = nn.Embedding(10, 4)
    def forward(self, x): return self.users(x[:, 0])
net = Dot()
xb = torch.rand(3, 2)
# %% fails
net(xb)
# %% mended
net(xb.long())
