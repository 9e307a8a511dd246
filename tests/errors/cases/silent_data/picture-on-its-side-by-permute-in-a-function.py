# notice: turned_pictures.height_and_width_exchanged
# source: constructed
# says: In\s+read
# says: t\.permute\(2,\s+0,\s+1\)
# %% before
import numpy as np, torch
import matplotlib.pyplot as plt
from PIL import Image
plt.imsave('shore.png', np.random.rand(30, 50, 3))
def read(name):
    img = Image.open(name).convert('RGB').resize((40, 24))
    t = torch.tensor(np.array(img)).float()
    t = t / 255
    return t.permute(2, 1, 0)
def read_one(name):
    t = torch.tensor(np.array(Image.open(name).convert('RGB')))
    return t.permute(2, 1, 0)
# %% cell
x = read_one('shore.png')
# %% mended
def read_one(name):
    t = torch.tensor(np.array(Image.open(name).convert('RGB')))
    return t.permute(2, 0, 1)
x = read_one('shore.png')
