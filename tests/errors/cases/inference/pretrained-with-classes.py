# rule: inference_models.weights_by_another_name
# source: constructed
# says: 1000 classes
# says: nn\.Linear\(model\.fc\.in_features, 5\)
# %% before
import torch
from torch import nn
from torchvision.models import resnet18
# %% fails
model = resnet18(weights='DEFAULT', num_classes=5)
# %% mended
model = resnet18()
model.fc = nn.Linear(model.fc.in_features, 5)
