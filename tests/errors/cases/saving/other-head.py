# rule: saving_sizes.other_head
# source: https://discuss.pytorch.org/t/missing-keys-unexpected-keys-in-state-dict-when-loading-self-trained-model/22379
# says: fc\.0
# says: another head
# says: strict=False
# %% before
import torch
from torch import nn
from torchvision.models import resnet18
m = resnet18()
m.fc = nn.Sequential(nn.Linear(512, 64), nn.ReLU(), nn.Linear(64, 3))
torch.save(m.state_dict(), 'flowers.pth')
# %% fails
model = resnet18(num_classes=3)
model.load_state_dict(torch.load('flowers.pth'))
# %% mended
model = resnet18(num_classes=3)
model.load_state_dict(torch.load('flowers.pth'), strict=False)
