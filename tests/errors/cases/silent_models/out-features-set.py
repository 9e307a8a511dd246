# notice: attributes.size_of_a_layer
# source: constructed
# says: only\sa\slabel
# says: model\.fc\s=\snn\.Linear
# %% before
import torch
from torch import nn
from torchvision.models import resnet18
model = resnet18()
# %% cell
model.fc.out_features = 2
# %% mended
model.fc = nn.Linear(512, 2)
