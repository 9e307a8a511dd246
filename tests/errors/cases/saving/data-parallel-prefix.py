# rule: saving.key_prefix
# source: https://github.com/bearpaw/pytorch-classification/issues/27
# says: DataParallel
# says: 'module\.'
# says: model\.load_state_dict\(\{k\.removeprefix
# %% before
import torch
from torch import nn
def build(): return nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 5))
torch.save(nn.DataParallel(build()).state_dict(), 'gpu4.pth')
model = build()
# %% fails
model.load_state_dict(torch.load('gpu4.pth', map_location='cpu'))
# %% mended
sd = torch.load('gpu4.pth', map_location='cpu')
model.load_state_dict({k.removeprefix('module.'): v for k, v in sd.items()})
