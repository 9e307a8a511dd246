# notice: none
# source: constructed
# %% before
import torch
# %% cell
img = torch.randint(0, 256, (28, 28), dtype=torch.uint8)
(img.float()/255).mean() <= 1
