# rule: layers.no_batch_dimension
# source: https://github.com/michuanhaohao/reid-strong-baseline/issues/6
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
