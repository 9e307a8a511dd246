# rule: loops_unpacked.not_counted
# source: constructed
# says: enumerate\(dls\.train\)
# %% before
from fastai.basics import *
ds=[(torch.randn(5),torch.tensor(i%2)) for i in range(40)]
dls=DataLoaders.from_dsets(ds,ds,bs=8,num_workers=0)
# %% fails
for i,(xb,yb) in dls.train: print(i, xb.shape)
# %% mended
for i,(xb,yb) in enumerate(dls.train): print(i, xb.shape)
