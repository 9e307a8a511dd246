# rule: layers.channels
# source: constructed
# says: self\.bn\(self\.emb\(x\)\.transpose\(1, 2\)\)\.transpose\(1, 2\)
# %% before
import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb=nn.Embedding(100,32); self.bn=nn.BatchNorm1d(32); self.fc=nn.Linear(32,2)
    def forward(self,x):
        x=self.bn(self.emb(x))
        return self.fc(x.mean(1))
m=Net(); ids=torch.randint(0,100,(4,20))
# %% fails
m(ids)
