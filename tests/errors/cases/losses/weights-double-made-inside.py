# rule: losses_weights.class_weights
# source: constructed
# says: float64
# says: fout = nn\.CrossEntropyLoss\(weight=torch\.tensor\(rarity\)\.float\(\)\)
# %% before
import numpy as np, torch
from torch import nn
x, y = torch.randn(12, 4), torch.randint(0, 3, (12,))
net = nn.Linear(4, 3)
rarity = np.array([0.2, 0.3, 0.5])
# %% fails
fout = nn.CrossEntropyLoss(weight=torch.tensor(rarity))
fout(net(x), y).backward()
# %% mended
fout = nn.CrossEntropyLoss(weight=torch.tensor(rarity).float())
fout(net(x), y).backward()
