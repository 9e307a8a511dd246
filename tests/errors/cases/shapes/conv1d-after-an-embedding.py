# rule: layers.channels
# source: constructed
# says: come\s+last
# says: self\.conv\(x\.transpose\(1, 2\)\)
# %% before
import torch
from torch import nn
class TextCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb=nn.Embedding(100,32); self.conv=nn.Conv1d(32,64,3); self.fc=nn.Linear(64,2)
    def forward(self,x):
        x=self.emb(x)
        x=self.conv(x).relu().max(-1).values
        return self.fc(x)
m=TextCNN(); ids=torch.randint(0,100,(4,20))
# %% fails
m(ids)
