# notice: loaded.nothing_of_the_file
# source: constructed
# says: 'weights'
# says: dict\s+inside
# %% before
import torch
from torch import nn
torch.save({"weights": nn.Linear(4, 2).state_dict(), "epoch": 3}, "best.pth")
net = nn.Linear(4, 2)
# %% cell
net.load_state_dict(torch.load("best.pth"), strict=False)
net.eval()
# %% mended
net.load_state_dict(torch.load("best.pth")["weights"])
net.eval()
