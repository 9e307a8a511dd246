# rule: odd_columns.one_column_fewer
# source: constructed
# says: odd\s+number
# says: torch\.cos\(pos\s+\*\s+div\)\[:,\s+:pe\.shape\[-1\]\s+//\s+2\]
# %% before
import torch
d = 5
pos, div = torch.arange(4.)[:, None], torch.exp(-torch.arange(0., d, 2))
pe = torch.zeros(4, d)
# %% fails
pe[:, 0::2] = torch.sin(pos * div)
pe[:, 1::2] = torch.cos(pos * div)
# %% mended
pe[:, 0::2] = torch.sin(pos * div)
pe[:, 1::2] = torch.cos(pos * div)[:, :pe.shape[-1] // 2]
