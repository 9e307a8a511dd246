# rule: layers.channels
# source: constructed
# says: RGBA
# says: convert\("RGB"\)
# %% before
import torch
from torch import nn
from PIL import Image
import torchvision.transforms as T
img = T.ToTensor()(Image.new("RGBA", (16, 16)))
net = nn.Sequential(nn.Conv2d(3, 8, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 2))
# %% fails
net(img.unsqueeze(0))
# %% mended
net(img.unsqueeze(0)[:, :3])
