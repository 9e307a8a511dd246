# rule: shapes.view_not_contiguous
# source: https://discuss.pytorch.org/t/contigious-vs-non-contigious-tensor/30107
# says: contiguous
# says: reshape
# %% before
import torch
x = torch.rand(2, 3, 4, 4)
# %% fails
x = x.permute(0, 2, 3, 1)
x.view(2, -1)
# %% mended
x = x.permute(0, 2, 3, 1)
x.reshape(2, -1)
