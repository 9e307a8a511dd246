# rule: memory.gpu_is_full
# source: constructed
# says: to_fp16
# says: smaller pictures
# %% before
from fastai.vision.all import *
x = torch.randn(4, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=1, num_workers=0)
class OnGPU(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 2)
    def forward(self, x): raise torch.OutOfMemoryError('CUDA out of memory. Tried to allocate 20.00 MiB.')
learn = Learner(dls, OnGPU(), loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1)
