# rule: wrapped_models.asked_of_its_parts
# source: constructed
# says: left\s+out
# says: resnet\.fc\.in_features
# %% before
from torch import nn
from torchvision import models
resnet = models.resnet18()
body = nn.Sequential(*list(resnet.children())[:-1])
# %% fails
n = body.fc.in_features
# %% mended
n = resnet.fc.in_features
