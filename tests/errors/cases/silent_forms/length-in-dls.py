# notice: dataset_lengths.counts_something_else
# source: constructed
# %% before
import torch
class Pictures(torch.utils.data.Dataset):
    def __init__(self, files, labels):
        self.files, self.labels = files, labels
        self.classes = sorted(set(labels))
    def __len__(self): return len(self.classes)
    def __getitem__(self, idx): return self.files[idx], self.classes.index(self.labels[idx])
parts = {}
make = lambda: Pictures([f'{i}.png' for i in range(20)], ['a', 'b'] * 10)
def walk(ds):
    for i in range(len(ds)): print(ds[i])
from fastai.vision.all import DataLoaders
# %% before
parts['all'] = make()
# %% before
# %% cell
dls = DataLoaders.from_dsets(parts['all'], parts['all'], bs=2, num_workers=0)
