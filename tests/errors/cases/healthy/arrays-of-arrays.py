# notice: none
# source: constructed
# %% before
import numpy as np, torch
# %% cell
a = np.zeros((3, 3)); a[0][1] = 0.5
t = torch.zeros(3, 3); t[0][1] = 0.5
x = torch.zeros(3, dtype=torch.long); x[0] = 2.0
a, t, x
