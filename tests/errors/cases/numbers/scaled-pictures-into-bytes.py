# notice: numbers.fraction_into_integers
# source: constructed
# says: cut to 0
# says: store = torch\.zeros\(\(4, 6, 6\),\sdtype=torch\.float32\)
# %% before
import torch
shots = [torch.randint(0, 255, (6, 6)) for _ in range(4)]
# %% cell
store = torch.zeros((4, 6, 6), dtype=torch.uint8)
for k, one in enumerate(shots):
    store[k] = one / 255
# %% mended
store = torch.zeros((4, 6, 6), dtype=torch.float32)
for k, one in enumerate(shots):
    store[k] = one / 255
