# rule: squeezed_batches.in_a_loss
# source: constructed
# says: in\s+predict\s+took
# says: return out\.flatten\(\)\.sigmoid\(\)
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
dl=DataLoader(TensorDataset(torch.randn(21,5),torch.rand(21)),batch_size=10)
body=nn.Sequential(nn.Linear(5,8),nn.ReLU()); head=nn.Linear(8,1)
def predict(xb):
    out = head(body(xb))
    return torch.squeeze(out).sigmoid()
def train_epoch():
    for xb,yb in dl:
        loss=F.binary_cross_entropy(predict(xb),(yb>0.5).float())
        loss.backward()
# %% fails
train_epoch()
# %% mended
def predict(xb):
    out = head(body(xb))
    return out.flatten().sigmoid()
train_epoch()
