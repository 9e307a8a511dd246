# rule: not imports_hiding.fastai_hidden_by_torchvision
# source: constructed
# %% before
from fastai.vision.all import *
from torchvision.transforms import Compose
# %% fails
Resize(24, colour=3)
