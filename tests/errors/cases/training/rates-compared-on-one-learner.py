# notice: one_learner.compared_on_one_learner
# source: constructed
# says: same learner in every turn
# says: anew inside the loop
# %% before
from fastai.vision.all import *
x = torch.randn(200, 4); y = x @ torch.tensor([[1.], [2.], [3.], [4.]])
dls = DataLoaders.from_dsets(list(zip(x[:160], y[:160])), list(zip(x[160:], y[160:])), bs=16)
def get_model(): return nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
# %% cell
learn = Learner(dls, get_model(), loss_func=MSELossFlat())
results = {}
for lr in [1e-4, 1e-3, 1e-2]:
    with learn.no_logging(), learn.no_bar(): learn.fit(1, lr)
    results[lr] = learn.recorder.values[-1][1]
# %% mended
results = {}
for lr in [1e-4, 1e-3, 1e-2]:
    learn = Learner(dls, get_model(), loss_func=MSELossFlat())
    with learn.no_logging(), learn.no_bar(): learn.fit(1, lr)
    results[lr] = learn.recorder.values[-1][1]
