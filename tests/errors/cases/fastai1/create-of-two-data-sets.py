# rule: fastai1_class_members.maker_of_fastai1
# source: constructed
# says: data = DataLoaders\.from_dsets\(train_ds, valid_ds, bs=4\)
# %% before
from fastai.vision.all import *
# %% fails
train_ds = valid_ds = [(torch.ones(3), 1)] * 8
data = DataLoaders.create(train_ds, valid_ds, bs=4)
# %% mended
train_ds = valid_ds = [(torch.ones(3), 1)] * 8
data = DataLoaders.from_dsets(train_ds, valid_ds, bs=4)
