# rule: indices_unequal.rows_and_columns
# source: https://github.com/karpathy/nn-zero-to-hero/issues/50
# says: torch\.arange\(prob\.shape\[0\]\)
# %% before
import torch
Y = torch.randint(0, 27, (200,))
prob = torch.rand(200, 27)
# %% fails
loss = -prob[torch.arange(32), Y].log().mean()
# %% mended
loss = -prob[torch.arange(prob.shape[0]), Y].log().mean()
