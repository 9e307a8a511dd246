# notice: pretrained.not_normalized
# source: https://github.com/pytorch/vision/issues/907
# says: backbone\s+is\s+pretrained\s+on\s+normalized\s+pictures
# says: Normalize\(\[0\.485
# %% before
import torch, os
from torch import nn
import torchvision
from torchvision import models, transforms
from torchvision.datasets import ImageFolder
torch.hub.set_dir(os.path.abspath('hub'))
os.makedirs('hub/checkpoints')
torch.save(models.resnet18().state_dict(), 'hub/checkpoints/resnet18-f37072fd.pth')
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
backbone = models.resnet18(weights='DEFAULT')
backbone.fc = nn.Linear(512, 2)
optimizer = torch.optim.Adam(backbone.fc.parameters(), lr=1e-3)
for xb, yb in train_loader:
    loss = nn.functional.cross_entropy(backbone(xb), yb)
    optimizer.zero_grad(); loss.backward(); optimizer.step()
# %% mended
tfms = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor(),
                           transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])
train_loader = torch.utils.data.DataLoader(ImageFolder('insects', tfms), batch_size=4, shuffle=True)
backbone = models.resnet18(weights='DEFAULT')
backbone.fc = nn.Linear(512, 2)
optimizer = torch.optim.Adam(backbone.fc.parameters(), lr=1e-3)
for xb, yb in train_loader:
    loss = nn.functional.cross_entropy(backbone(xb), yb)
    optimizer.zero_grad(); loss.backward(); optimizer.step()
