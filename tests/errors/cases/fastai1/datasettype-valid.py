# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/fastai/issues/3290
# says: DatasetType
# says: learn\.get_preds\(ds_idx=1\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long(); ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% fails
preds, y = learn.get_preds(ds_type=DatasetType.Valid)
# %% mended
preds, y = learn.get_preds(ds_idx=1)
