# rule: loaders.not_sent_to_workers
# source: https://discuss.pytorch.org/t/cant-pickle-local-object-dataloader-init-locals-lambda/31857
# says: num_workers=0
# says: pickle
# %% before
import sys, torch
vars(sys.modules['__main__']).setdefault('__spec__', None)  # as in a kernel
from torch.utils.data import DataLoader, Dataset
class Squares(Dataset):
    def __init__(self, f): self.f = f
    def __len__(self): return 8
    def __getitem__(self, i): return torch.tensor(self.f(i))
# %% fails
dl = DataLoader(Squares(lambda o: o * o), batch_size=4, num_workers=1, multiprocessing_context='spawn')
for xb in dl: print(xb)
# %% mended
dl = DataLoader(Squares(lambda o: o * o), batch_size=4, num_workers=0)
for xb in dl: print(xb)
