# rule: indices_unequal.rows_and_columns
# source: https://github.com/karpathy/nn-zero-to-hero/pull/51
# says: Y\[ix\]
# %% before
import torch
torch.manual_seed(1)
Y = torch.randint(0, 27, (200,))
ix = torch.randint(0, 200, (32,))
prob = torch.rand(32, 27)
# %% fails
loss = -prob[torch.arange(32), Y].log().mean()
# %% mended
loss = -prob[torch.arange(32), Y[ix]].log().mean()
