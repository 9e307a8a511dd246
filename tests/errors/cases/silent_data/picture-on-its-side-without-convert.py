# notice: turned_pictures.height_and_width_exchanged
# source: constructed
# says: In\s+one
# says: pic\.transpose\(2,\s+0,\s+1\)
# %% before
import numpy as np, torch
from PIL import Image
Image.fromarray(np.random.randint(0, 255, (30, 50, 3), dtype=np.uint8)).save('lake.png')
def one(name):
    pic = np.array(Image.open(name))
    x = torch.from_numpy(np.ascontiguousarray(pic.T)).float()
    return x[None] / 255
# %% cell
batch = one('lake.png')
# %% mended
def one(name):
    pic = np.array(Image.open(name))
    x = torch.from_numpy(np.ascontiguousarray(pic.transpose(2, 0, 1))).float()
    return x[None] / 255
batch = one('lake.png')
