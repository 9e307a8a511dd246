# rule: devices.no_gpu
# source: constructed
# says: learn\.dls\.to\("cpu"\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
dls.to(torch.device('cuda'))
# a case runs in a forked process, for which torch has another message
exec(compile('''
def _lazy_init():
    raise RuntimeError("Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU")
''', '<torch>', 'exec'), vars(torch.cuda))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.dls.to("cpu")
learn.fit(1)
