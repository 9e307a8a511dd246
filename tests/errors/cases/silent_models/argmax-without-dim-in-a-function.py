# notice: numbers.one_maximum_of_all
# source: constructed
# says: In\s+share
# says: scores\.argmax\(dim=1\)
# %% before
import torch
from torch import nn
def share(scores, truth):
    right = scores.argmax() == truth
    return right.float().mean().item()
net = nn.Sequential(nn.Linear(4, 3)).eval()
rows = torch.randn(60, 4); kinds = torch.randint(0, 3, (60,))
# %% cell
with torch.no_grad(): answers = net(rows)
print(share(answers, kinds))
# %% mended
def share(scores, truth):
    right = scores.argmax(dim=1) == truth
    return right.float().mean().item()
with torch.no_grad(): answers = net(rows)
print(share(answers, kinds))
