# rule: layers_as_tensors.asked_like_a_tensor
# source: constructed
# says: net\[0\] is a layer \(Conv2d\), not a tensor: it has no \.shape
# says: print\(net\[0\]\.weight\.shape\)
# %% before
from fastai.vision.all import *
net = nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU())
# %% fails
print(net[0].shape)
# %% mended
print(net[0].weight.shape)
