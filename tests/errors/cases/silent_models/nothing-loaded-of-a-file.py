# notice: loaded.nothing_of_the_file
# source: constructed
# says: No weight was loaded into head
# says: k\.removeprefix\('backbone\.'\)
# %% before
import torch
from torch import nn
def make(): return nn.Sequential(nn.Linear(5, 7), nn.Tanh(), nn.Linear(7, 3))
torch.save({f'backbone.{k}': v for k, v in make().state_dict().items()}, 'head.pt')
# %% cell
head = make()
info = head.load_state_dict(torch.load('head.pt'), strict=False)
# %% mended
head = make()
info = head.load_state_dict({k.removeprefix('backbone.'): v for k, v in torch.load('head.pt').items()})
