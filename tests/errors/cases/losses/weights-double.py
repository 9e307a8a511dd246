# rule: losses_weights.class_weights
# source: https://stackoverflow.com/questions/56741087
# says: float64
# says: \.float\(\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
import numpy as np
weight = torch.tensor(np.array([0.3, 0.7]))
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(weight=weight))
learn.fit(1)
# %% mended
weight = weight.float()
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(weight=weight))
learn.fit(1)
