# rule: devices.apart
# source: constructed
# says: weight
# says: dls\.device
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class CrossEntropyOnGPU:
    "stands for the loss on a GPU"
    def __init__(self, weight): self.weight = weight
    def __call__(self, pred, targ):
        raise RuntimeError('Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!')
w = torch.ones(2, device='meta')
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyOnGPU(weight=w))
learn.fit(1)
# %% mended
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat(weight=torch.ones(2)))
learn.fit(1)
