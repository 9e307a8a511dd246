# rule: layers.linear_size
# source: https://stackoverflow.com/questions/66337378
# says: self\.fc1
# says: nn\.Linear\(5408, 120\)
# says: 32 × 32|30 × 30
# says: LazyLinear
# %% before
import torch
from torch import nn
import torch.nn.functional as F
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 5)
        self.fc1 = nn.Linear(32*14*14, 120)
    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = torch.flatten(x, 1)
        return self.fc1(x)
images = torch.rand(4, 3, 30, 30)
model = Net()
# %% fails
output = model(images)
# %% mended
model.fc1 = nn.Linear(5408, 120)
output = model(images)
