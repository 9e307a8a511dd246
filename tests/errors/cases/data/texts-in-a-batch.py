# rule: not batches_of_dicts.keys_of_a_batch
# source: constructed
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader
texts = [('good', 1), ('bad', 0)] * 4
dl = DataLoader(texts, batch_size=4)
model = nn.Linear(4, 2)
# %% fails
for xb, yb in dl:
    preds = model(xb)
