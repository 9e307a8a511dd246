# rule: memory.gpu_is_full
# source: https://stackoverflow.com/questions/59129812
# says: batch size is 16
# says: bs=8
# says: to_fp16
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
class OnGPU(nn.Module):
    "stands for a model on a small GPU"
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    def forward(self, x):
        if len(x) > 8: raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 14.75 GiB of which 8.06 MiB is free.')
        return self.lin(x)
model = OnGPU()
# %% before
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
# %% fails
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.fit_one_cycle(1)
# %% mended
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
learn.dls = dls
learn.to_fp16()
learn.fit_one_cycle(1)
