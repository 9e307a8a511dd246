# rule: layers.no_batch_dimension
# source: https://stackoverflow.com/questions/57237381
# says: batch
# says: pic\.unsqueeze\(0\)
# %% before
import torch
from torchvision.models import resnet18
net = resnet18(num_classes=3).eval()
pic = torch.rand(3, 64, 64)
# %% fails
net(pic)
# %% mended
net(pic.unsqueeze(0))
