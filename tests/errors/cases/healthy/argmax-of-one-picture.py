# notice: none
# source: constructed
# %% before
import numpy as np
import pandas as pd
import torch
names = ['owl', 'jay', 'tit']
one, row = torch.rand(1, 3), np.array([0.1, 0.7, 0.2])
grid = torch.rand(4, 3)
log = pd.DataFrame({'step': range(4)})
# %% cell
guess, other = names[one.argmax()], names[int(np.argmax(row))]
where = divmod(grid.argmax().item(), grid.shape[1])
log['best'] = grid.argmax(1)
log['peak'] = grid.flatten().argmax().item()
