# rule: modules_without_weights.no_weights
# source: constructed
# says: self_fc1
# says: self\.fc1 = nn\.Linear\(n_in, 16\)
# says: dot
# %% before
import torch, torch.nn.functional as F
from torch import nn
# %% fails
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        self_fc1 = nn.Linear(n_in, 16)
        self_fc2 = nn.Linear(16, 2)
    def forward(self, x):
        return self_fc2(F.relu(self_fc1(x)))
net = Net(4)
params = list(net.parameters())
opt = torch.optim.SGD(params, lr=0.1)
# %% mended
class Net(nn.Module):
    def __init__(self, n_in):
        super().__init__()
        self.fc1 = nn.Linear(n_in, 16)
        self.fc2 = nn.Linear(16, 2)
    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))
net = Net(4)
params = list(net.parameters())
opt = torch.optim.SGD(params, lr=0.1)
net(torch.rand(2, 4))
