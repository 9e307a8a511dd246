# notice: pictures.pixels_cut_to_zero
# source: constructed
# says: below\s+255\s+became\s+0
# says: x_train\s+=\s+x_train\s+/\s+255
# %% before
import torch
x_train = torch.randint(0, 255, (20, 64), dtype=torch.uint8)
# %% cell
x_train //= 255
# %% mended
x_train = x_train / 255
