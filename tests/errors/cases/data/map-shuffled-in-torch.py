# rule: streams.loader_of_a_stream
# source: constructed
# says: map
# says: rows = list\(map\(torch.tensor, data\)\)
# %% before
import torch
from torch.utils.data import DataLoader
data = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]
# %% fails
batches = DataLoader(map(torch.tensor, data), batch_size=2, shuffle=True)
# %% mended
rows = list(map(torch.tensor, data))
batches = DataLoader(rows, batch_size=2, shuffle=True)
