# rule: saving_models.result_of_load_state_dict
# source: constructed
# says: net = Net\(\)\s+net.load_state_dict\(torch.load\('w.pth'\)\)\s+net.eval\(\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.layer = nn.Linear(3, 1)
    def forward(self, x): return self.layer(x)
torch.save(Net().state_dict(), 'w.pth')
# %% fails
net = Net().load_state_dict(torch.load('w.pth')).eval()
# %% mended
net = Net()
net.load_state_dict(torch.load('w.pth'))
net.eval()
