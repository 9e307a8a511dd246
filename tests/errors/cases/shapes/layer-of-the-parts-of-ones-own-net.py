# rule: wrapped_models.asked_of_its_parts
# source: constructed
# says: net\.conv1\.weight
# %% before
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.head = nn.Conv2d(1, 2, 3), nn.Linear(2, 2)
    def forward(self, x): return self.head(self.conv1(x).mean((2, 3)))
net = Net()
front = nn.Sequential(*net.children())
# %% fails
w = front.conv1.weight
# %% mended
w = net.conv1.weight
