# rule: batch_and_heads.batch_norm_of_one
# source: https://discuss.pytorch.org/t/error-expected-more-than-1-value-per-channel-when-training/26274
# says: net\.eval\(\)
# says: batch
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
row = torch.rand(1, 4)
# %% fails
net(row)
# %% mended
net.eval()
net(row)
