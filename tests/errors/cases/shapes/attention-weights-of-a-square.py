# notice: kept_dimensions.rows_meet_columns
# source: constructed
# says: scores\s+/\s+scores\.sum\(dim=1,\s+keepdim=True\)
# %% before
import torch
words = torch.randn(7, 4)
# %% cell
scores = torch.exp(words @ torch.randn(4, 7))
weights = scores / scores.sum(dim=1)
mixed = weights @ words
# %% mended
scores = torch.exp(words @ torch.randn(4, 7))
weights = scores / scores.sum(dim=1, keepdim=True)
mixed = weights @ words
