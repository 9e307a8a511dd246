# rule: vmapped.random_numbers
# source: constructed
# says: function\s+draws\s+random\s+numbers
# %% before
import torch
def jitter(point):
    return point + torch.randn(2)
points = torch.zeros(5, 2)
# %% fails
moved = torch.vmap(jitter)(points)
# %% mended
moved = torch.vmap(jitter, randomness='different')(points)
