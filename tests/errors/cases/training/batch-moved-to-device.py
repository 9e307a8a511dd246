# rule: batches_whole.method_of_batch
# source: constructed
# says: a list\s+has no
# says: pack = \[one\.to\(device\) for one in pack\]
# %% before
import torch
from torch.utils.data import DataLoader, TensorDataset
device = torch.device('cpu')
train_loader = DataLoader(TensorDataset(torch.rand(8), torch.rand(8)), batch_size=4)
# %% fails
for i, pack in enumerate(train_loader):
    pack = pack.to(device)
# %% mended
for i, pack in enumerate(train_loader):
    pack = [one.to(device) for one in pack]
