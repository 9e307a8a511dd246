# rule: batch_and_heads.batch_norm_of_one
# source: constructed
# says: net\.train\(\)\s+in\s+predict
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(6,32), nn.BatchNorm1d(32), nn.ReLU(), nn.Linear(32,2))
def predict(x):
    net.train()
    with torch.no_grad(): return net(x)
# %% fails
predict(torch.randn(1,6))
