# notice: none
# source: constructed
# %% before
import numpy as np, torch
masks = (np.random.rand(4, 16, 16) > 0.7).astype('uint8') * 255
seen = masks.copy()
pixels = np.arange(256, dtype='uint8').reshape(16, 16)
# %% cell
labels = torch.tensor(masks // 255).long()
seen = seen // 255
colours = pixels / 255
dark = pixels[:1, :16] / 255
thumb = (pixels // 16) / 255
