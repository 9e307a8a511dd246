# rule: notebook_timed.kept_by_no_name
# source: constructed
# says: out was assigned only under %%timeit, in cell \[2\]
# says: keeps no names
# says: %%time\s+runs it once
# says: out = layer\(batch\)\.relu\(\)
# %% before
import torch
from torch import nn
batch, layer = torch.randn(32, 6), nn.Linear(6, 3)
# %% before
%%timeit -n 1 -r 1
out = layer(batch).relu()
# %% fails
out.mean(dim=0)
# %% mended
out = layer(batch).relu()
out.mean(dim=0)
