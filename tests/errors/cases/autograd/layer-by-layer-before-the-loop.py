# rule: autograd_twice.backward_twice
# source: constructed
# says: h = torch\.relu\(first\(pixels\)\)\s+h = last\(h\)\s+cost = F\.cross_entropy\(h, kinds\)\s+cost \+= 0\.01
# says: while n < 3
# %% before
import torch
from torch import nn
import torch.nn.functional as F
pixels = torch.rand(10, 16); kinds = torch.arange(10) % 3
first, last = nn.Linear(16, 8), nn.Linear(8, 3)
adam = torch.optim.Adam([*first.parameters(), *last.parameters()])
# %% fails
def learn(n=0):
    h = torch.relu(first(pixels))
    h = last(h)
    cost = F.cross_entropy(h, kinds)
    cost += 0.01 * first.weight.abs().sum()
    while n < 3:
        cost.backward()
        adam.step()
        adam.zero_grad()
        n += 1
learn()
# %% mended
def learn(n=0):
    while n < 3:
        h = torch.relu(first(pixels))
        h = last(h)
        cost = F.cross_entropy(h, kinds)
        cost += 0.01 * first.weight.abs().sum()
        cost.backward()
        adam.step()
        adam.zero_grad()
        n += 1
learn()
