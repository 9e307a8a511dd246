# notice: one_number.only_the_lowest
# source: constructed
# says: torch\.randint\(2, \(10,\)\)
# %% before
import torch
# %% cell
flips = torch.randint(1, (10,))
# %% mended
flips = torch.randint(2, (10,))
