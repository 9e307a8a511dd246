# rule: heads_named.last_layer
# source: constructed
# says: width = net\.classifier\.in_features
# %% before
import torch
from torch import nn
from torchvision import models

net = models.densenet121()
# %% fails
width = net.fc.in_features
# %% mended
width = net.classifier.in_features
