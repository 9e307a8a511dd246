# rule: heads_named.last_layer
# source: constructed
# says: VGG
# says: net\.classifier\[6\] = nn\.Linear\(net\.classifier\[6\]\.in_features, 4\)
# %% before
import torch
from torch import nn
from torchvision import models

net = models.vgg11()
# %% fails
net.fc = nn.Linear(net.fc.in_features, 4)
# %% mended
net.classifier[6] = nn.Linear(net.classifier[6].in_features, 4)
