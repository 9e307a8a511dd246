# notice: pretrained.not_normalized
# source: constructed
# %% before
import torch, torchvision, numpy as np
from pathlib import Path
from PIL import Image
from torch import nn
from torchvision import transforms as T
for k in 'ab':
    (Path('pics')/k).mkdir(parents=True)
    for i in range(4): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'pics/{k}/{i}.png')
data = torchvision.datasets.ImageFolder('pics', T.ToTensor())
loader = torch.utils.data.DataLoader(data, batch_size=4, shuffle=True)
def resnet18(weights=None): return torchvision.models.resnet18()
resnet = resnet18(weights="DEFAULT")
def train(net, dl):
    opt = torch.optim.SGD(net.parameters(), lr=0.01)
    for xb, yb in dl:
        loss = nn.functional.cross_entropy(net(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
# %% cell
train(resnet, loader)
