# rule: saving.key_prefix
# source: https://github.com/facebookresearch/moco/issues/88
# says: as backbone
# says: k\.startswith\('backbone\.'\)
# %% before
import torch
from torch import nn
class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
        self.head = nn.Linear(4, 2)
torch.save(Siamese().state_dict(), 'siamese.pth')
backbone = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
# %% fails
sd = torch.load('siamese.pth')
backbone.load_state_dict(sd)
# %% mended
sd = torch.load('siamese.pth')
backbone.load_state_dict({k.removeprefix('backbone.'): v for k, v in sd.items() if k.startswith('backbone.')})
