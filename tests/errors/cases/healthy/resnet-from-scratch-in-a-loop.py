# notice: none
# source: constructed
# %% before
import torch
from torch import nn
from torchvision import models, transforms
from torchvision.datasets import ImageFolder
from PIL import Image
from pathlib import Path
import numpy as np
rng = np.random.RandomState(0)
def picture(path, size=24):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(rng.randint(0, 255, (size, size, 3), dtype=np.uint8)).save(path)
for kind in ('bee', 'ant'):
    for i in range(4): picture(f'insects/{kind}/{i}.png', 32)
# %% cell
tfms = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor()])
train_loader = torch.utils.data.DataLoader(ImageFolder('insects', tfms), batch_size=4, shuffle=True)
resnet = models.resnet18(weights=None, num_classes=2)
optimizer = torch.optim.Adam(resnet.parameters(), lr=1e-3)
for xb, yb in train_loader:
    loss = nn.functional.cross_entropy(resnet(xb), yb)
    optimizer.zero_grad(); loss.backward(); optimizer.step()
