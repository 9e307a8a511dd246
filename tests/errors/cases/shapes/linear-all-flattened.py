# rule: layers.linear_size
# source: https://stackoverflow.com/questions/69778174
# says: batch
# says: x = torch\.flatten\(self\.conv\(x\), 1\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.fc = nn.Linear(4*8*8, 10)
    def forward(self, x):
        x = torch.flatten(self.conv(x))
        return self.fc(x)
net = Net()
xb = torch.rand(2, 1, 8, 8)
# %% fails
net(xb)
