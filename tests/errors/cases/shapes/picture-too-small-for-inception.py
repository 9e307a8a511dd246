# rule: layers.picture_too_small
# source: https://discuss.pytorch.org/t/inception-v3-kernel-size-cant-be-greater
# says: 32 × 32
# says: larger
# says: Resize
# %% before
import torch, torchvision
net = torchvision.models.alexnet(num_classes=2).eval()
xb = torch.rand(2, 3, 32, 32)
# %% fails
net(xb)
# %% mended
import torch.nn.functional as F
net(F.interpolate(xb, size=(224, 224)))
