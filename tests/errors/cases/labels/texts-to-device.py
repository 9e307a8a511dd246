# rule: labels.texts_as_targets
# source: constructed
# says: yb
# says: vocab
# %% before
import torch
from torch.utils.data import DataLoader
x, labels = torch.rand(8, 4), ['cat', 'dog'] * 4
dl = DataLoader(list(zip(x, labels)), batch_size=4)
# %% fails
for xb, yb in dl: xb, yb = xb.to('cpu'), yb.to('cpu')
# %% mended
vocab = sorted(set(labels))
dl = DataLoader([(x[i], vocab.index(labels[i])) for i in range(8)], batch_size=4)
for xb, yb in dl: xb, yb = xb.to('cpu'), yb.to('cpu')
