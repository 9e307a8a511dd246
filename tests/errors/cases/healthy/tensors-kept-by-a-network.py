# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F

x, y = torch.rand(20, 4), torch.rand(20, 1)


# %% cell
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 1)
        self.mean, self.std = torch.zeros(4), torch.ones(4)
        self.state = torch.zeros(4)
        self.channel_weights = torch.tensor([1.0, 2.0, 1.0, 1.0])
        self.running_bias = torch.zeros(4)
        self.register_buffer("bias", torch.zeros(4))

    def forward(self, x):
        x = (x - self.mean) / self.std * self.channel_weights + self.bias
        self.running_bias = 0.9 * self.running_bias + 0.1 * x.mean(0).detach()
        self.state = x.mean(0).detach()
        return self.lin(x - self.running_bias + 0 * self.state)


class Fourier(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.randn(4, 4)  # directions that stay fixed

    def forward(self, x):
        return torch.sin(x @ self.weight)


net = nn.Sequential(Fourier(), Net())
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for _ in range(3):
    loss = F.mse_loss(net(x), y)
    loss.backward()
    opt.step()
    opt.zero_grad()
