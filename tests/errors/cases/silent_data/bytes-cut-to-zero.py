# notice: pictures.pixels_cut_to_zero
# source: constructed
# says: drops\s+what\s+is\s+behind\s+the\s+point
# says: digits\s+/\s+255
# %% before
import numpy as np, torch
digits = np.random.RandomState(1).randint(0, 255, (20, 64)).astype('uint8')
# %% cell
scaled = torch.tensor(digits // 255, dtype=torch.float32)
# %% mended
scaled = torch.tensor(digits / 255, dtype=torch.float32)
