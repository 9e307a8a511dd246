# rule: saving_models.weights_used_as_model
# source: https://stackoverflow.com/questions/49941426
# says: dict of weights
# says: net = Net\(\)
# says: net\.load_state_dict\(model\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)
torch.save(Net().state_dict(), 'net.pth')
# %% fails
model = torch.load('net.pth')
model.eval()
# %% mended
model = torch.load('net.pth')
net = Net()
net.load_state_dict(model)
net.eval()
