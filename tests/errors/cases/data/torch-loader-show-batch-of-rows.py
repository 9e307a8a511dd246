# rule: loaders.not_fastais_loader
# source: constructed
# says: train_dl is PyTorch's DataLoader
# says: hides\s+fastai's class
# says: batch = next\(iter\(train_dl\)\)
# %% before
from fastai.tabular.all import *
from torch.utils.data import DataLoader, TensorDataset
train_dl = DataLoader(TensorDataset(torch.rand(24, 4), torch.zeros(24)), batch_size=6)
# %% fails
def look():
    train_dl.show_batch()
look()
# %% mended
batch = next(iter(train_dl))
[part[:4] for part in batch]
