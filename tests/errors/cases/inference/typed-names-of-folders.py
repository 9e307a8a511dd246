# notice: typed_classes.in_another_order
# source: constructed
# says: In\s+which
# says: kinds\s+=\s+list\(ds\.classes\)
# %% before
import torch
from torch import nn
from pathlib import Path
from PIL import Image
from torchvision import transforms as T
from torchvision.datasets import ImageFolder
for c in ['rose', 'daisy']:
    Path('flowers', c).mkdir(parents=True)
    for j in range(4): Image.new('RGB', (8, 8), (j*20, 40, 90)).save(f'flowers/{c}/{j}.png')
ds = ImageFolder('flowers', T.ToTensor())
net = nn.Sequential(nn.Flatten(), nn.Linear(192, 2)).eval()
kinds = ['rose', 'daisy']
def which(x):
    with torch.no_grad(): best = net(x[None]).argmax(dim=1).item()
    return kinds[best]
# %% cell
print(which(ds[0][0]))
# %% mended
kinds = list(ds.classes)
print(which(ds[0][0]))
