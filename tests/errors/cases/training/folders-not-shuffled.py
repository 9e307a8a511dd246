# notice: loaders.sorted_and_not_shuffled
# source: https://discuss.pytorch.org (ImageFolder without shuffle)
# says: does\s+not\s+shuffle
# says: sorted\s+by\s+class
# says: shuffle=True
# %% before
import torch
from torch import nn
from torchvision import datasets, transforms
from pathlib import Path
from PIL import Image
for kind, grey in (('apple', 40), ('pear', 200)):
    Path('fruit', kind).mkdir(parents=True)
    for i in range(8): Image.new('RGB', (8, 8), (grey + i,) * 3).save(f'fruit/{kind}/{i}.png')
# %% cell
data = datasets.ImageFolder('fruit', transforms.ToTensor())
train_loader = torch.utils.data.DataLoader(data, batch_size=4)
net = nn.Sequential(nn.Flatten(), nn.Linear(192, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.01)
for images, labels in train_loader:
    loss = nn.functional.cross_entropy(net(images), labels)
    opt.zero_grad()
    loss.backward()
    opt.step()
# %% mended
data = datasets.ImageFolder('fruit', transforms.ToTensor())
train_loader = torch.utils.data.DataLoader(data, batch_size=4, shuffle=True)
net = nn.Sequential(nn.Flatten(), nn.Linear(192, 2))
opt = torch.optim.SGD(net.parameters(), lr=0.01)
for images, labels in train_loader:
    loss = nn.functional.cross_entropy(net(images), labels)
    opt.zero_grad()
    loss.backward()
    opt.step()
