# rule: layers.linear_size
# source: https://discuss.pytorch.org/t/runtimeerror-mat1-and-mat2-shapes-cannot-be-multiplied-64x13056-and-153600x2048/101315
# says: flatten
# says: 784
# says: nn\.Flatten\(\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(1, 28, 28), i % 2) for i in range(20)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
learn = Learner(dls, nn.Sequential(nn.Linear(28*28, 30), nn.ReLU(), nn.Linear(30, 2)), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(28*28, 30), nn.ReLU(), nn.Linear(30, 2)), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
