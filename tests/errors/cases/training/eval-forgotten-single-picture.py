# notice: modes.eval_forgotten
# source: constructed
# says: BatchNorm2d
# says: net\.eval\(\)
# %% before
import torch
from torchvision.models import resnet18
net = resnet18(num_classes=3)
img = torch.rand(3, 64, 64)
# %% cell
probs = net(img.unsqueeze(0)).softmax(dim=1)
probs
# %% mended
net.eval()
with torch.no_grad():
    probs = net(img.unsqueeze(0)).softmax(dim=1)
probs
