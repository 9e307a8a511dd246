# rule: losses_weights.class_weights
# source: https://stackoverflow.com/questions/56741087
# says: rarity, given as weight, is a float64
# says: rarity = rarity\.float\(\)
# says: fout = nn\.CrossEntropyLoss\(weight=rarity\)
# %% before
import numpy as np, torch
from torch import nn
x, y = torch.randn(12, 4), torch.randint(0, 3, (12,))
net = nn.Linear(4, 3)
rarity = torch.from_numpy(np.array([0.2, 0.3, 0.5]))
fout = nn.CrossEntropyLoss(weight=rarity)
# %% fails
fout(net(x), y).backward()
# %% mended
rarity = rarity.float()
fout = nn.CrossEntropyLoss(weight=rarity)
fout(net(x), y).backward()
