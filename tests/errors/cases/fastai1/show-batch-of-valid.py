# rule: fastai1.name_of_fastai1
# source: constructed
# says: DatasetType
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
data = learn.dls
# %% fails
data.show_batch(rows=3, ds_type=DatasetType.Valid)
