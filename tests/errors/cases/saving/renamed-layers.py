# rule: saving.renamed_layers
# source: https://discuss.pytorch.org/t/how-to-load-part-of-pre-trained-model/1113
# says: lin1\.weight
# says: fc1\.weight
# says: other names
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(4, 8)
        self.fc2 = nn.Linear(8, 2)
torch.save(Net().state_dict(), 'net.pth')
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin1 = nn.Linear(4, 8)
        self.lin2 = nn.Linear(8, 2)
model = Net()
# %% fails
model.load_state_dict(torch.load('net.pth'))
# %% mended
sd = torch.load('net.pth')
model.load_state_dict(dict(zip(model.state_dict(), sd.values())))
