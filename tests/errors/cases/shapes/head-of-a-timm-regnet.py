# rule: heads_named.last_layer
# source: constructed
# says: RegNet
# says: net\.head\.fc
# says: net\.reset_classifier\(n_kinds\)
# %% before
import torch
from torch import nn
from torchvision import models
import timm

net = timm.create_model("regnetx_002", pretrained=False)
n_kinds = 6
# %% fails
net.fc = nn.Linear(net.fc.in_features, n_kinds)
# %% mended
net.reset_classifier(n_kinds)
