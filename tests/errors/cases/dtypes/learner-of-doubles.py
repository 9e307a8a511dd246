# rule: dtypes.layer_dtype
# source: https://discuss.pytorch.org/t/input-type-torch-cuda-doubletensor-and-weight-type-torch-cuda-floattensor-should-be-the-same/22704
# says: float64
# says: dtype=torch\.float32
# %% before
from fastai.vision.all import *
xs = np.random.rand(16, 3)
ds = [(torch.tensor(x), i % 2) for i, x in enumerate(xs)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
# %% mended
ds = [(torch.tensor(x, dtype=torch.float32), i % 2) for i, x in enumerate(xs)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
