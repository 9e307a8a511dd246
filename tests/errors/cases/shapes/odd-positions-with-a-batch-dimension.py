# rule: odd_columns.one_column_fewer
# source: constructed
# says: features,\s+as\s+models
# %% before
import torch
class Positions(torch.nn.Module):
    def __init__(self, d_model, n=6):
        super().__init__()
        angles = torch.arange(n)[:, None] * torch.exp(-torch.arange(0, d_model, 2))
        pe = torch.zeros(n, 1, d_model)
        pe[:, 0, 0::2] = angles.sin()
        pe[:, 0, 1::2] = angles.cos()
        self.register_buffer('pe', pe)
# %% fails
p = Positions(7)
# %% mended
p = Positions(8)
