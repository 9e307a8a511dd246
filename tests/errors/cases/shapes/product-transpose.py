# rule: shapes.product
# source: https://github.com/fastai/fastbook chapter 4, weights made with their sizes swapped
# says: train_x
# says: weights
# says: 784
# says: transpose
# says: train_x @ weights\.T
# %% before
import torch
train_x = torch.rand(64, 784)
weights = torch.randn(1, 784)
# %% fails
preds = train_x @ weights
# %% mended
preds = train_x @ weights.T
