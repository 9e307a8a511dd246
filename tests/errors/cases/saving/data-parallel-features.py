# rule: saving.key_prefix
# source: https://github.com/pytorch/examples/tree/main/imagenet
# says: DataParallel
# says: k\.replace\('module\.', ''\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU())
        self.classifier = nn.Linear(4, 2)
old = Net()
old.features = nn.DataParallel(old.features)
torch.save(old.state_dict(), 'vgg_like.pth')
model = Net()
# %% fails
state = torch.load('vgg_like.pth')
model.load_state_dict(state)
# %% mended
state = torch.load('vgg_like.pth')
model.load_state_dict({k.replace('module.', ''): v for k, v in state.items()})
