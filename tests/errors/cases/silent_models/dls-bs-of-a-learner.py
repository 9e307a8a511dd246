# notice: attributes.setting_without_effect
# source: constructed
# says: learn\.dls\.train =\s+learn\.dls\.train\.new\(bs=8\)
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% cell
learn.dls.bs = 8
learn.fit(1)
# %% mended
learn.dls.train = learn.dls.train.new(bs=8)
learn.fit(1)
assert learn.dls.train.bs == 8 and len(learn.opt.state_dict()) and learn.train_iter == 8
