# rule: not layers_as_tensors.asked_like_a_tensor
# source: constructed
# %% before
from fastai.vision.all import *
act = nn.ReLU()
# %% fails
act.squeeze()
