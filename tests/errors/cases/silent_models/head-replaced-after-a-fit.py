# notice: groups.optimizer_of_replaced_layers
# source: https://forums.fast.ai (learn.model changed after training)
# says: 2\s+tensors\s+of\s+the\s+new\s+layers
# says: learn\.create_opt\(\)
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 2) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:30], pairs[30:], bs=10, num_workers=0)
learn = Learner(
    dls, nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 2)), loss_func=nn.CrossEntropyLoss()
)
learn.fit(1)
# %% cell
learn.model[2] = nn.Linear(8, 2)
learn.fit(1, 1e-2)
# %% mended
learn.model[2] = nn.Linear(8, 2)
learn.create_opt()
learn.fit(1, 1e-2)
