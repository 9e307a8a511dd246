# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(200, 4); y = x @ torch.tensor([[1.], [2.], [3.], [4.]])
dls = DataLoaders.from_dsets(list(zip(x[:160], y[:160])), list(zip(x[160:], y[160:])), bs=16)
def get_model(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% cell
learn = Learner(dls, get_model(), loss_func=MSELossFlat())
losses = []
for lr in [1e-2, 3e-3, 1e-3]:
    with learn.no_logging(), learn.no_bar(): learn.fit(1, lr)
    losses.append((lr, learn.recorder.values[-1][1]))
for epoch in [0, 1]:
    with learn.no_logging(), learn.no_bar(): learn.fit(1, 1e-3)
    losses.append((epoch, learn.recorder.values[-1][1]))
for lr in [1e-3, 1e-2]:
    learn = Learner(dls, get_model(), loss_func=MSELossFlat())
    with learn.no_logging(), learn.no_bar(): learn.fit(1, lr)
    losses.append((lr, learn.recorder.values[-1][1]))
for size in [16, 32]:
    learn.dls = DataLoaders.from_dsets(list(zip(x[:160], y[:160])), list(zip(x[160:], y[160:])), bs=size)
    with learn.no_logging(), learn.no_bar(): learn.fit(1, 1e-3)
    losses.append((size, learn.recorder.values[-1][1]))
