# rule: not losses_of_each_item.asked_for_each_item
# source: constructed
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def plain(out, y):
    return F.cross_entropy(out, y)
# %% fails
plain(net(xs), ys, reduction='none')
