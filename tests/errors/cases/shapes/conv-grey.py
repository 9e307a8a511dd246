# rule: layers.channels
# source: https://forums.fast.ai/t/grayscale-images-and-pretrained-models
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
