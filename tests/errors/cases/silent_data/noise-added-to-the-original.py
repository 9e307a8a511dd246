# notice: copies.original_changed_too
# source: constructed
# says: makes\s+no\s+copy
# says: changed\s+pictures\s+too
# says: blurred\s+=\s+pictures\.clone\(\)
# %% before
import torch
from torch import nn
from torch.utils.data import TensorDataset
torch.manual_seed(2)
pictures = torch.rand(12, 1, 8, 8)
# %% cell
blurred = pictures
blurred[:, :, ::2] = 0
pairs = TensorDataset(blurred, pictures)
# %% mended
blurred = pictures.clone()
blurred[:, :, ::2] = 0
pairs = TensorDataset(blurred, pictures)
