# notice: stored_fractions.fractions_cut_to_zero
# source: constructed
# says: In\s+answers
# says: torch\.zeros_like\(targets,\s+dtype=torch\.float32\)
# %% before
import torch
from torch import nn
class Judge:
    def __init__(self, net): self.net = net
    def answers(self, rows, targets):
        out = torch.zeros_like(targets)
        for i in range(0, len(rows), 10):
            out[i:i+10] = torch.sigmoid(self.net(rows[i:i+10]).squeeze(1)).detach()
        return out
rows = torch.randn(40, 6); targets = torch.randint(0, 2, (40,))
judge = Judge(nn.Linear(6, 1))
# %% cell
found = judge.answers(rows, targets)
found.float().mean()
# %% mended
class Judge:
    def __init__(self, net): self.net = net
    def answers(self, rows, targets):
        out = torch.zeros_like(targets, dtype=torch.float32)
        for i in range(0, len(rows), 10):
            out[i:i+10] = torch.sigmoid(self.net(rows[i:i+10]).squeeze(1)).detach()
        return out
judge = Judge(nn.Linear(6, 1))
found = judge.answers(rows, targets)
found.float().mean()
