# notice: zeros_inside.spread_of_zero
# source: constructed
# says: column\s+2\s+of\s+cells\s+is\s+the\s+same\s+in\s+every\s+row
# says: scaled\s+=\s+\(cells\s+-\s+low\)\s+/\s+\(high\s+-\s+low\s+\+\s+1e-7\)
# %% before
import torch
cells = torch.rand(30, 3); cells[:, 2] = 7.0
# %% cell
low, high = cells.min(0).values, cells.max(0).values
scaled = (cells - low) / (high - low)
# %% mended
low, high = cells.min(0).values, cells.max(0).values
scaled = (cells - low) / (high - low + 1e-7)
