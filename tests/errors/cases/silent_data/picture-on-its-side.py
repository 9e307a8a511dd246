# notice: turned_pictures.height_and_width_exchanged
# source: constructed
# says: shore\.T\s+turns\s+round\s+all\s+axes
# says: shore\.transpose\(2,\s+0,\s+1\)
# %% before
import numpy as np, torch
import matplotlib.pyplot as plt
from PIL import Image
plt.imsave('shore.png', np.random.rand(30, 50, 3))
shore = np.asarray(Image.open('shore.png').convert('RGB'))
# %% cell
batch = torch.from_numpy(shore.T.copy())[None].float() / 255
# %% mended
batch = torch.from_numpy(shore.transpose(2, 0, 1).copy())[None].float() / 255
