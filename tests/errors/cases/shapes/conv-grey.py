# rule: layers.channels
# source: https://discuss.pytorch.org/t/runtimeerror-given-groups-1-weight-of-size-64-3-7-7-expected-input-3-1-224-224-to-have-3-channels-but-got-1-channels-instead/30153
# says: grey
# says: 3 channels
# says: xb\.repeat\(1, 3, 1, 1\)
# %% before
import torch
from torchvision.models import resnet18
net = resnet18(num_classes=2).eval()
xb = torch.rand(2, 1, 64, 64)
# %% fails
net(xb)
# %% mended
net(xb.repeat(1, 3, 1, 1))
