# notice: groups.slice_over_one_group
# source: https://forums.fast.ai (discriminative learning rates with a model of one's own)
# says: one\s+group
# says: 1e-05\s+is\s+not\s+used
# says: splitter=lambda\s+m:\s+\[params\(m\[:2\]\),\s+params\(m\[2:\]\)\]
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 2) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:30], pairs[30:], bs=10, num_workers=0)
lrs = slice(1e-5, 1e-3)
# %% cell
learn = Learner(
    dls, nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 2)), loss_func=nn.CrossEntropyLoss()
)
learn.fit_one_cycle(1, lrs)
# %% mended
learn = Learner(
    dls,
    nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 2)),
    loss_func=nn.CrossEntropyLoss(),
    splitter=lambda m: [params(m[:2]), params(m[2:])],
)
learn.fit_one_cycle(1, lrs)
