# notice: none
# source: constructed
# %% before
import torch, random
import numpy as np
from random import randint
rng = np.random.default_rng(0)
# %% cell
a = random.randint(0, 1); b = randint(0, 1)
c = torch.randint(0, 2, (5,)); d = np.random.randint(0, 2, 5); e = np.random.randint(2, size=1)
f = rng.integers(0, 1, 5, endpoint=True); g = torch.randint(10, (1,)); h = torch.randint(5, (0, 1))
i = np.random.randint(10, 11); j = torch.randint(0, 2, (1,)); k = random.randrange(2)
