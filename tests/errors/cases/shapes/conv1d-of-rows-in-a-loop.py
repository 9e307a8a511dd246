# rule: layers.channels
# source: constructed
# says: dimension\s+of\s+channels\s+is\s+missing
# says: m\(xb\.unsqueeze\(1\)\)
# %% before
import torch
from torch import nn
class Ecg(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv=nn.Conv1d(1,8,7); self.fc=nn.Linear(8,2)
    def forward(self,x): return self.fc(self.conv(x).relu().mean(-1))
m=Ecg()
dl=torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(32,140),torch.randint(0,2,(32,))),batch_size=8)
# %% fails
for xb,yb in dl:
    loss=nn.functional.cross_entropy(m(xb),yb)
# %% mended
for xb,yb in dl:
    loss=nn.functional.cross_entropy(m(xb.unsqueeze(1)),yb)
