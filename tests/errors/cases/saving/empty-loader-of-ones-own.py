# rule: not exports.exported_has_no_data
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(4, 4); y = (x.sum(1) > 0).long()
def boom(n): return 1 // n
learn = Learner(DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=2, num_workers=0), nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
boom(0)
