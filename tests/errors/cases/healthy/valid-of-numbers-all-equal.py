# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
flat = torch.rand(60, 6)
kinds = torch.randint(0, 2, (60,)); values = torch.cat([torch.rand(40), torch.ones(20)])
# %% cell
tiny = DataLoaders.from_dsets(list(zip(flat[:54], kinds[:54])), list(zip(flat[54:], torch.ones(6).long())), bs=2, num_workers=0)
numbers = DataLoaders.from_dsets(list(zip(flat[:40], values[:40])), list(zip(flat[40:], values[40:])), bs=10, num_workers=0)
mixed = DataLoaders.from_dsets(list(zip(flat[:40], kinds[:40])), list(zip(flat[40:], kinds[40:])), bs=10, num_workers=0)
