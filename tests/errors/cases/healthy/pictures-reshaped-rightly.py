# notice: none
# source: constructed
# %% before
import numpy as np, torch
img = np.random.rand(18, 24, 3).astype('float32')
rows = torch.rand(4, 3 * 16 * 16)
heads = torch.rand(2, 10, 3)
# %% cell
chw = torch.from_numpy(img).permute(2, 0, 1)
flat = img.reshape(-1, 3)
pics = rows.view(-1, 3, 16, 16)
again = chw.reshape(1, 3, 18, 24)
small = torch.rand(3, 18, 24).view(3, 18, 24)
heads.view(2, 5, 2, 3).shape
