# rule: shapes.product
# source: constructed
# says: rows has shape \(5, 3\), and stands on both sides
# says: the second rows\s+\(5\)
# says: rows @ rows\.T
# %% before
import torch
rows = torch.randn(5, 3)
# %% fails
alike = rows @ rows
# %% mended
alike = rows @ rows.T
