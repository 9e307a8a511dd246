# rule: squeezed_batches.in_a_join
# source: constructed
# says: Net\.forward
# says: out = self\.l\(x\)\.flatten\(\)
# %% before
import torch, torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(9,5)),batch_size=4)
class Net(nn.Module):
    def __init__(self):
        super().__init__(); self.l=nn.Linear(5,1)
    def forward(self,x):
        out=self.l(x).squeeze()
        return out
net=Net().eval()
# %% fails
preds=[]
with torch.no_grad():
    for xb, in dl: preds.append(net(xb))
preds=torch.cat(preds)
