# rule: losses.outputs_do_not_match
# source: constructed
# says: 1,000 numbers
# says: net\.fc = nn\.Linear\(512, 2\)
# %% before
import torch, torchvision
from torch import nn
x, y = torch.rand(4, 3, 32, 32), torch.rand(4, 2)
net, loss_func = torchvision.models.resnet18(), nn.MSELoss()
# %% fails
loss = loss_func(net(x), y)
# %% mended
net.fc = nn.Linear(512, 2)
loss = loss_func(net(x), y)
