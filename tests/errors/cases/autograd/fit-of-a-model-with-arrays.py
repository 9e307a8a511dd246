# rule: fits.fit_of_a_model
# source: constructed
# says: torch\.tensor\(X\)\.float\(\)
# says: MSELossFlat
# %% before
from fastai.vision.all import *
X, y = np.random.rand(40, 3), np.random.rand(40)
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 1))
# %% fails
net.fit(X, y, epochs=2, batch_size=10, verbose=0)
# %% mended
ds = list(zip(torch.tensor(X).float(), torch.tensor(y).float())); n = int(0.8 * len(ds))
dls = DataLoaders.from_dsets(ds[:n], ds[n:], bs=10)
learn = Learner(dls, net, loss_func=MSELossFlat())
learn.fit_one_cycle(2)
