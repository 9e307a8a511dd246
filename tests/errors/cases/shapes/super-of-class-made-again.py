# rule: modules_based.super_of_another_class
# source: constructed
# says: run again|made anew|made again
# %% before
import torch
from torch import nn
import torch.utils.data as data
class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
old = Net()
class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
# %% fails
old.__init__()
# %% mended
Net()
