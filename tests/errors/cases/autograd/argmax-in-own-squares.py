# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: picks = net\(x\)
# says: gap = nn\.functional\.cross_entropy\(picks, kinds\)
# %% before
import torch
from torch import nn
x = torch.randn(12, 5); kinds = torch.randint(0, 3, (12,))
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 3))
# %% fails
for _ in range(2):
    picks = torch.argmax(net(x), dim=1)
    as_number = picks.float()
    gap = ((as_number - kinds.float()) ** 2).mean()
    gap.backward()
# %% mended
for _ in range(2):
    picks = net(x)
    gap = nn.functional.cross_entropy(picks, kinds)
    gap.backward()
