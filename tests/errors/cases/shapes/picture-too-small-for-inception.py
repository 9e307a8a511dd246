# rule: layers.picture_too_small
# source: https://discuss.pytorch.org/t/runtimeerror-calculated-padded-input-size-per-channel-2-x-18-kernel-size-3-x-3-kernel-size-cant-be-greater-than-actual-input-size/55978
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
