# rule: batch_and_heads.batch_norm_of_one
# source: https://discuss.pytorch.org/t/error-expected-more-than-1-value-per-channel-when-training/26274
# says: drop_last = True
# says: last batch of 1
# says: 17
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), i % 2) for i in range(17)]
dls = DataLoaders(DataLoader(ds, bs=4, num_workers=0), DataLoader(ds, bs=4, num_workers=0))
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
# %% mended
dls = DataLoaders(DataLoader(ds, bs=4, num_workers=0, drop_last=True), DataLoader(ds, bs=4, num_workers=0))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss())
learn.fit(1)
