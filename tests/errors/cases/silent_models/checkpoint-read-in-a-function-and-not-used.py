# notice: states_unused.read_and_not_loaded
# source: constructed
# says: net\.load_state_dict\(ckpt\['model'\]\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def make(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
torch.save({'epoch': 3, 'model': make().state_dict()}, 'c.pth')
def restore(path):
    net = make()
    ckpt = torch.load(path)
    net.eval()
    return net
# %% cell
net = restore('c.pth')
