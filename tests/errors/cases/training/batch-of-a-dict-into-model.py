# rule: batches_whole.batch_given_to_model
# source: constructed
# says: a dict with 'signal' and 'label'|a dict with 'image' and 'label'
# says: net\(sample\['image'\]\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset
class Scans(Dataset):
    def __len__(self): return 12
    def __getitem__(self, i): return {'image': torch.rand(1, 6, 6), 'label': i % 2}
scans = DataLoader(Scans(), batch_size=4)
net = nn.Sequential(nn.Flatten(), nn.Linear(36, 2))
# %% fails
for sample in scans:
    net(sample)
# %% mended
for sample in scans:
    net(sample['image'])
