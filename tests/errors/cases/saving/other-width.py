# rule: saving_sizes.other_network
# source: https://stackoverflow.com/q/54058256
# says: \(64, 10\)
# says: \(32, 10\)
# %% before
import torch
from torch import nn
def mlp(h): return nn.Sequential(nn.Linear(10, h), nn.ReLU(), nn.Linear(h, h), nn.ReLU(), nn.Linear(h, 2))
torch.save(mlp(64).state_dict(), 'mlp.pt')
model = mlp(32)
# %% fails
model.load_state_dict(torch.load('mlp.pt'))
# %% mended
model = mlp(64)
model.load_state_dict(torch.load('mlp.pt'))
