# notice: none
# source: constructed
# %% before
import torch
from torch import nn
scorer = nn.Linear(6, 1)
words = torch.rand(8, 5, 6)  # eight questions, five answers each
right = torch.randint(0, 5, (8,))
# %% cell
loss_fn = nn.CrossEntropyLoss()
scores = scorer(words).squeeze(-1)
loss = loss_fn(scores, right)
loss.backward()
seg = nn.Conv2d(3, 2, 1)
out = seg(torch.rand(2, 3, 4, 4))
loss2 = loss_fn(out, torch.randint(0, 2, (2, 4, 4)))
