# rule: shapes.broadcast
# source: constructed
# says: for each item of pics
# says: pics / brightest\[:, None, None\]
# %% before
import torch
pics = torch.rand(9, 6, 6)
# %% fails
brightest = pics.amax((1, 2))
scaled = pics / brightest
# %% mended
brightest = pics.amax((1, 2))
scaled = pics / brightest[:, None, None]
