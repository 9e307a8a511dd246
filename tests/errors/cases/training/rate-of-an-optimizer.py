# rule: optimizers_asked.rate_as_an_attribute
# source: constructed
# says: opt\.param_groups\[0\]\['lr'\]
# %% before
from torch import nn, optim
opt = optim.Adam(nn.Linear(2, 1).parameters(), lr=1e-3)
# %% fails
print('rate', opt.lr)
# %% mended
print('rate', opt.param_groups[0]['lr'])
