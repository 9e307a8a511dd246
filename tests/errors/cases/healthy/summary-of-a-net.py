# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
net = nn.Sequential(nn.Conv2d(1, 4, 3, 2, 1), nn.BatchNorm2d(4), nn.ReLU(), nn.AdaptiveAvgPool2d(1), Flatten(), nn.Linear(4, 10))
# %% cell
xb = torch.randn(8, 1, 28, 28)
net(xb).shape, [tuple(p.shape) for p in net.parameters()]
