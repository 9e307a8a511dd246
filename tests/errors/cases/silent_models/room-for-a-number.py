# notice: made_tensors.room_for_numbers
# source: constructed
# says: torch\.Tensor\(3\) is not the number 3: it makes room for 3 numbers
# says: torch\.tensor\(3\.\)
# %% before
import torch
# %% cell
slope = torch.Tensor(3)
line = slope * torch.ones(3)
# %% mended
slope = torch.tensor(3.)
line = slope * torch.ones(3)
