# rule: files_of_weights.weights_only
# source: constructed
# says: Net
# says: weights_only=False
# says: map_location
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 1)
torch.save(Net(), 'net.pth')
# %% fails
device = 'cpu'
model = torch.load('net.pth', map_location=device).eval()
# %% mended
device = 'cpu'
model = torch.load('net.pth', map_location=device, weights_only=False).eval()
