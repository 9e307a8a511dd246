# rule: shapes.broadcast
# source: https://stackoverflow.com/questions/58496858
# says: mean\[:, None, None\]
# says: channel
# %% before
from fastai.vision.all import *
img = TensorImage(torch.rand(3, 32, 32))
mean = tensor(0.485, 0.456, 0.406)
# %% fails
img - mean
# %% mended
img - mean[:, None, None]
