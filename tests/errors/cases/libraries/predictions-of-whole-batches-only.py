# rule: libraries_lengths.unequal_columns
# source: constructed
# says: drop_last=True
# says: test_dl = DataLoader\(ds, batch_size=16\)
# %% before
import pandas as pd, torch
from torch.utils.data import DataLoader, TensorDataset
test = pd.DataFrame({'id': range(50)})
ds = TensorDataset(torch.rand(50, 3))
net = torch.nn.Linear(3, 1)
test_dl = DataLoader(ds, batch_size=16, drop_last=True)
preds = []
for (xb,) in test_dl: preds += net(xb).squeeze().tolist()
# %% fails
sub = pd.DataFrame({'id': test['id'], 'label': preds})
# %% mended
test_dl = DataLoader(ds, batch_size=16)
preds = []
for (xb,) in test_dl: preds += net(xb).squeeze().tolist()
sub = pd.DataFrame({'id': test['id'], 'label': preds})
