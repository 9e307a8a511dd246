# rule: heads_named.last_layer
# source: constructed
# says: out = nn\.Linear\(net\.classifier\.in_features, 3\)
# %% before
import torch
from torch import nn
from torchvision import models
import timm

net = timm.create_model("mobilenetv3_small_050", pretrained=False)
# %% fails
out = nn.Linear(net.head.in_features, 3)
# %% mended
out = nn.Linear(net.classifier.in_features, 3)
