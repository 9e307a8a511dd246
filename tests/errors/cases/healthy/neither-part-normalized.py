# notice: none
# source: constructed
# %% before
import torch, numpy as np
from torch import nn
from torchvision import transforms as T, datasets
from PIL import Image
from pathlib import Path
for part in ('train', 'valid'):
    for c in ('oak', 'elm'):
        (Path('leaves')/part/c).mkdir(parents=True)
        for i in range(4): Image.fromarray(np.full((16, 16, 3), 30 * i, dtype=np.uint8)).save(f'leaves/{part}/{c}/{i}.png')
tf = T.Compose([T.Resize(16), T.ToTensor()])
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
# %% cell
train_ds = datasets.ImageFolder('leaves/train', transform=tf)
valid_ds = datasets.ImageFolder('leaves/valid', transform=tf)
def ask(file):
    img = T.Compose([T.Resize(16), T.ToTensor()])(Image.open(file))
    return net(img.unsqueeze(0)).argmax(1)
for x, y in train_ds: nn.functional.cross_entropy(net(x[None]), torch.tensor([y])).backward()
ask('leaves/valid/oak/1.png')
