# notice: none
# source: constructed
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 2) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:30], pairs[30:], bs=10, num_workers=0)


def net():
    return nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 2))


# %% cell
head_only = Learner(dls, net(), loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m[2])])
head_only.fit(1, 1e-2)
whole = Learner(dls, net(), loss_func=nn.CrossEntropyLoss())
whole.fit_one_cycle(1, slice(1e-2))
whole.model[2] = nn.Linear(8, 2)
whole.fit(1, reset_opt=True)
tuned = Learner(dls, net(), loss_func=nn.CrossEntropyLoss())
tuned.fine_tune(1)
swapped = Learner(dls, net(), loss_func=nn.CrossEntropyLoss())
swapped.fit(1)
swapped.model[2] = nn.Linear(8, 3)
