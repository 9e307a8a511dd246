# notice: unnormalized.asked_without_normalize
# source: constructed
# says: does not normalize
# says: train_tf\(Image\.open\(file\)\)
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
train_tf = T.Compose([T.Resize(16), T.ToTensor(), T.Normalize((0.5, 0.5, 0.5), (0.2, 0.2, 0.2))])
train_ds = datasets.ImageFolder('leaves/train', transform=train_tf)
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
for x, y in train_ds: nn.functional.cross_entropy(net(x[None]), torch.tensor([y])).backward()
# %% cell
def ask(file):
    img = T.Compose([T.Resize(16), T.ToTensor()])(Image.open(file))
    return net(img.unsqueeze(0)).argmax(1)
ask('leaves/valid/oak/1.png')
# %% mended
def ask(file):
    img = train_tf(Image.open(file))
    return net(img.unsqueeze(0)).argmax(1)
ask('leaves/valid/oak/1.png')
