# notice: pictures.channels_scrambled_to_front
# source: https://stackoverflow.com (reshape versus transpose of an image)
# says: does\s+not\s+move\s+the\s+channels
# says: permute\(0,\s+3,\s+1,\s+2\)
# %% before
import numpy as np, torch
photos = np.random.rand(5, 16, 20, 3).astype('float32')
# %% cell
batch = torch.from_numpy(photos).view(-1, 3, 16, 20)
torch.nn.Conv2d(3, 4, 3)(batch).shape
# %% mended
batch = torch.from_numpy(photos).permute(0, 3, 1, 2)
torch.nn.Conv2d(3, 4, 3)(batch).shape
