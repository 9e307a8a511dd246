# rule: devices.apart
# source: https://stackoverflow.com/questions/66091226
# says: learn\.model
# says: same device
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.model.to('meta')
# %% fails
x, y = dls.one_batch()
learn.model(x)
# %% mended
x, y = dls.one_batch()
x = x.to("meta")
learn.model(x)
