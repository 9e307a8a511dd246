# rule: autograd_twice.backward_twice
# source: constructed
# says: was called twice in this cell
# %% before
import torch
from torch import nn
class Seen(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin, self.head = nn.Linear(3, 2), nn.Linear(2, 1)
    def forward(self, x):
        self.acts = torch.relu(self.lin(x))
        return self.head(self.acts)
net = Seen()
# %% fails
loss = (net(torch.rand(4, 3)) ** 2).mean()
loss.backward()
loss.backward()
# %% mended
loss = (net(torch.rand(4, 3)) ** 2).mean()
loss.backward()
