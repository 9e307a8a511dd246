# rule: tensors_called.tensor_called
# source: constructed
# says: self\.images\[i\]
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
class Digits(torch.utils.data.Dataset):
    def __init__(self, images): self.images = images
    def __len__(self): return len(self.images)
    def __getitem__(self, i): return self.images(i)
digits = Digits(torch.rand(8, 4))
# %% fails
image = digits[2]
