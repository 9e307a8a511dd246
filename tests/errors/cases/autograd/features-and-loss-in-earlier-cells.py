# rule: autograd_twice.backward_twice
# source: constructed
# says: codes = encoder\(sizes\)\s+back = decoder\(codes\)\s+miss = F\.mse_loss\(back, sizes\)\s+miss\.backward\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
sizes = torch.rand(9, 5)
encoder, decoder = nn.Linear(5, 2), nn.Linear(2, 5)
# %% before
codes = encoder(sizes)
back = decoder(codes)
miss = F.mse_loss(back, sizes)
# %% fails
for turn in range(2):
    miss.backward()
    print(turn, miss.item())
# %% mended
for turn in range(2):
    codes = encoder(sizes)
    back = decoder(codes)
    miss = F.mse_loss(back, sizes)
    miss.backward()
    print(turn, miss.item())
