# rule: shapes.broadcast
# source: https://stackoverflow.com/questions/24560298
# says: x - m\[:, None\]
# says: \(64, 10\)
# %% before
import torch
x = torch.rand(64, 10)
m = x.mean(1)
# %% fails
x - m
# %% mended
x - m[:, None]
