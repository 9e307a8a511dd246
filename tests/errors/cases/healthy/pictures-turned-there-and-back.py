# notice: none
# source: constructed
# %% before
import numpy as np, torch
import matplotlib.pyplot as plt
from PIL import Image
plt.imsave('shore.png', np.random.rand(30, 50, 3))
shore = np.asarray(Image.open('shore.png').convert('RGB'))
def show(t): plt.imshow(t.T.transpose(1, 0, 2)); plt.close()
table = np.random.rand(10, 3)
# %% cell
x = torch.tensor(shore.transpose(2, 0, 1)).float()
# %% mended
x = torch.from_numpy(table.T.copy())
plt.imshow(shore.T.T); plt.close()
batch = torch.from_numpy(np.stack([shore, shore])).permute(0, 3, 1, 2)
grey = torch.tensor(np.asarray(Image.open('shore.png').convert('L')).T.copy())
