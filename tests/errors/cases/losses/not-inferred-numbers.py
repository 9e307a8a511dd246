# rule: losses_given.not_inferred
# source: constructed
# says: loss_func=MSELossFlat\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
items = list(zip(x, y)); train, test = items[:48], items[48:]
dls = DataLoaders.from_dsets(train, test, bs=16, num_workers=0)
model = nn.Linear(4, 1)
# %% fails
learn = Learner(dls, model)
# %% mended
learn = Learner(dls, model, loss_func=MSELossFlat())
