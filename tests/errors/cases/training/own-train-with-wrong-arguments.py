# rule: not borrowed_methods.mode_as_training
# source: constructed
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.layer = nn.Linear(4, 2)
    def train(self, mode=True, dl=None): return super().train(mode)
net = Net()
# %% fails
net.train(True, epochs=3)
