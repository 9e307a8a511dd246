# notice: one_learner.compared_on_one_learner
# source: constructed
# says: says? nothing about wd
# %% before
from fastai.vision.all import *
x = torch.randn(200, 4); y = x @ torch.tensor([[1.], [2.], [3.], [4.]])
dls = DataLoaders.from_dsets(list(zip(x[:160], y[:160])), list(zip(x[160:], y[160:])), bs=16)
def get_model(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
learn = Learner(dls, get_model(), loss_func=MSELossFlat())
scores = []
# %% cell
for wd in (0.0, 0.01, 0.1):
    with learn.no_logging(), learn.no_bar(): learn.fit_one_cycle(1, 1e-2, wd=wd)
    scores.append((wd, learn.validate()[0]))
# %% mended
learn.save("begin")
for wd in (0.0, 0.01, 0.1):
    learn.load("begin")
    with learn.no_logging(), learn.no_bar(): learn.fit_one_cycle(1, 1e-2, wd=wd)
    scores.append((wd, learn.validate()[0]))
