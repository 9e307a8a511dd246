# rule: conversions.numbers_without_brackets
# source: constructed
# says: torch\.tensor\(\[1, 2, 3\]\)
# %% before
import torch
# %% fails
torch.tensor(1, 2, 3)
# %% mended
torch.tensor([1, 2, 3])
