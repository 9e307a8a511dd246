# notice: pictures.scaled_twice
# source: constructed
# says: was\s+between\s+0\s+and\s+1\s+already
# says: division\s+by\s+255
# %% before
import torch
from torchvision.transforms import ToTensor
from PIL import Image
import numpy as np
photo = Image.fromarray(np.random.RandomState(0).randint(0, 256, (16, 16, 3), dtype=np.uint8))
t = ToTensor()(photo)
# %% cell
x = t.float() / 255
# %% mended
x = t.float()
