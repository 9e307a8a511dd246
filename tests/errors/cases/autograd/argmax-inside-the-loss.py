# rule: autograd_lost.cut_on_the_way
# source: constructed
# says: argmax
# says: fout = nn\.functional\.cross_entropy\(scores, kinds\)
# %% before
import torch
from torch import nn
x = torch.randn(12, 5); kinds = torch.randint(0, 3, (12,))
net = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 3))
scores = net(x)
# %% fails
fout = nn.functional.l1_loss(scores.argmax(1).float(), kinds.float())
fout.backward()
# %% mended
fout = nn.functional.cross_entropy(scores, kinds)
fout.backward()
