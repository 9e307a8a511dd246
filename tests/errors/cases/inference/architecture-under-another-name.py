# rule: architectures_called.architecture_given_data
# source: constructed
# says: net = densenet121\(\)
# %% before
from fastai.vision.all import *

net = densenet121
images = torch.randn(2, 3, 64, 64)
# %% fails
with torch.no_grad():
    probs = net(images).softmax(1)
# %% mended
net = densenet121()
with torch.no_grad():
    probs = net(images).softmax(1)
