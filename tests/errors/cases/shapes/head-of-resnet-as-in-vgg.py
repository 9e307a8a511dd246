# rule: heads_named.last_layer
# source: constructed
# says: net\.fc\b
# %% before
import torch
from torch import nn
from torchvision import models

net = models.resnet18()
# %% fails
for p in net.classifier.parameters():
    p.requires_grad_(True)
# %% mended
for p in net.fc.parameters():
    p.requires_grad_(True)
