# notice: batch_accuracies.accuracy_over_batches
# source: constructed
# says: number of batches
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
batches = DataLoader(TensorDataset(rows, kinds), batch_size=12)
clf = nn.Linear(5, 3)
# %% before
def accuracy_of(net, dl):
    n_right = 0
    for a, b in dl:
        n_right = n_right + torch.sum(torch.argmax(net(a), 1) == b).item()
    return n_right / len(dl)
# %% cell
result = accuracy_of(clf, batches)
print(result)
