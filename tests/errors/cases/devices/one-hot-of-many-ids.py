# rule: memory_made.sizes_asked
# source: constructed
# says: 3,000,000
# says: nn\.Embedding\(900000, 50\)
# %% before
import torch
from torch.nn.functional import one_hot
ids=torch.randint(0,900000,(3_000_000,))
# %% fails
rows=one_hot(ids)
# %% mended
emb = torch.nn.Embedding(900000, 50)
x = emb(ids[:64])
