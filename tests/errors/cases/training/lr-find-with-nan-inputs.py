# rule: rates_of_nan.no_loss_left
# source: https://github.com/timeseriesAI/tsai/issues/639
# says: sales, the inputs
# says: sales\.nan_to_num_\(0\)
# %% before
from fastai.vision.all import *
sales = torch.randn(48, 3); up = (sales.sum(1) > 0).long()
sales[::4, 2] = float('nan')
ds = list(zip(sales, up))
dls = DataLoaders.from_dsets(ds, ds, bs=12, num_workers=0)
learner = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
learner.lr_find()
# %% mended
sales.nan_to_num_(0)
learner.lr_find()
