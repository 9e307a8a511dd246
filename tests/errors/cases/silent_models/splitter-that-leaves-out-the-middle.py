# notice: groups.left_out_by_the_splitter
# source: constructed
# says: split leaves out
# says: Every parameter|Add params
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
def split(m): return [params(m[0]), params(m[4])]
# %% cell
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), splitter=split)
learn.fit(1)
# %% mended
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m[0]), params(m[2]), params(m[4])])
learn.fit(1)
