# notice: freezing_undone.unfrozen_by_fine_tune
# source: constructed
# says: model\[0\]\.requires_grad_\(False\)
# %% before
from fastai.vision.all import *
x = torch.rand(40, 3, 12, 12); y = torch.randint(0, 2, (40,))
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:30], ds[30:], bs=10, num_workers=0)
def net(): return nn.Sequential(nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()), nn.Linear(6, 2))
def two(m): return [params(m[0]), params(m[1])]
model = net()
# %% before
model[0].requires_grad_(False)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), splitter=two)
# %% cell
learn.fine_tune(2, base_lr=1e-3)
# %% mended
model[0].requires_grad_(False)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(), splitter=two)
learn.fit_one_cycle(2)
