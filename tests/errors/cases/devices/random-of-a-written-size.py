# rule: memory_made.sizes_asked
# source: constructed
# says: 900,000 × 900,000
# %% before
import torch
# %% fails
w = torch.rand(900_000, 900_000)
