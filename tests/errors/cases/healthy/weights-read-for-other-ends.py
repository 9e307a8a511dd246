# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
def make(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
torch.save(make().state_dict(), 'm.pth'); torch.save(torch.ones(3), 't.pth')
model = make()
def load(model, f):
    state = torch.load(f)
    model.load_state_dict(state)
    return model
def read(f): return torch.load(f)
# %% cell
state = torch.load('m.pth')
names = list(state)
net = load(make(), 'm.pth')
tensor = read('t.pth')
extra = torch.load('t.pth')
print(model(torch.randn(1, 4)))
