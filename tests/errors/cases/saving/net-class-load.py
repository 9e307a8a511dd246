# rule: saving_models.called_on_the_class
# source: constructed
# says: class Net
# says: model = Net\(\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)
torch.save(Net().state_dict(), 'net.pth')
# %% fails
Net.load_state_dict(torch.load('net.pth'))
# %% mended
model = Net()
model.load_state_dict(torch.load('net.pth'))
