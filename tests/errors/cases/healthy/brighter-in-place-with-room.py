# notice: none
# source: constructed
# %% before
import numpy as np, torch
scan = np.full((3, 3), 100, dtype=np.uint8); shade = torch.full((3,), 40, dtype=torch.uint8)
# %% cell
scan += 90
shade -= 20
