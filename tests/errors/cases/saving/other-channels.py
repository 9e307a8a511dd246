# rule: saving_sizes.other_number_of_inputs
# source: constructed
# says: 3 channels
# says: 1 in net
# %% before
import torch
from torch import nn
def cnn(n_in): return nn.Sequential(nn.Conv2d(n_in, 8, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10))
torch.save(cnn(3).state_dict(), 'colour.pth')
net = cnn(1)
# %% fails
net.load_state_dict(torch.load('colour.pth'))
# %% mended
sd = torch.load('colour.pth')
keep = {k: v for k, v in sd.items() if k not in ('0.weight',)}
net.load_state_dict(keep, strict=False)
