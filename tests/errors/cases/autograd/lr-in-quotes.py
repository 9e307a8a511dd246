# rule: optimizers.lr_is_text
# source: constructed
# says: text
# says: lr=0\.001
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
net = nn.Linear(4, 2)
# %% fails
opt = optim.Adam(net.parameters(), lr='1e-3')
# %% mended
opt = optim.Adam(net.parameters(), lr=0.001)
