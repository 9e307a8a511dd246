# rule: functions_as_models.function_as_a_network
# source: constructed
# says: model = resnet18\(\)
# says: opt = torch\.optim\.SGD\(model\.parameters\(\), lr=0\.1\)
# %% before
import torch
from torchvision.models import resnet18
# %% fails
model = resnet18
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% mended
model = resnet18()
opt = torch.optim.SGD(model.parameters(), lr=0.1)
