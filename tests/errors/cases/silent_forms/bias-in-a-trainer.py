# notice: plain_tensors.bias_not_a_parameter
# source: constructed
# %% before
import torch
from torch import nn
torch.manual_seed(0)
x = torch.randn(48, 3); y = torch.randn(48, 2)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(3, 2, bias=False)
        self.bias = torch.zeros(2)
    def forward(self, x): return self.lin(x) + self.bias
class Trainer:
    def __init__(self, net):
        self.net = net
        self.opt = torch.optim.SGD(net.parameters(), lr=0.1)
    def run(self, x, y):
        for _ in range(3):
            loss = nn.functional.mse_loss(self.net(x), y)
            loss.backward()
            self.opt.step()
            self.opt.zero_grad()
# %% cell
net = Net()
Trainer(net).run(x, y)
