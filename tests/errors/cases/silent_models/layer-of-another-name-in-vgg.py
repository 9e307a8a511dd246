# notice: unused_layers.never_used_by_forward
# source: constructed
# says: model\.classifier\[6\] =\s+nn\.Linear\(4096, 5\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torchvision.models import vgg11
# %% cell
model = vgg11(weights=None)
model.fc = nn.Linear(512, 5)
# %% mended
model = vgg11(weights=None)
model.classifier[6] = nn.Linear(4096, 5)
