# notice: zero_weights.zeros_in_two_layers
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:48], ds[48:], bs=8, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
for m in model:
    if isinstance(m, nn.Linear): nn.init.zeros_(m.weight), nn.init.zeros_(m.bias)
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss())
# %% cell
learn.fine_tune(1)
