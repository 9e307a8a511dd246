# notice: none
# source: constructed
# %% before
import torch
imgs = torch.rand(10, 28, 28); pic = torch.rand(3, 32, 32)
# %% cell
flat = imgs.view(-1, 28*28)
back = flat.view(10, 28, 28)
pic.permute(1, 2, 0).shape, pic.reshape(3, -1).shape
