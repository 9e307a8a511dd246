# rule: losses_of_each_item.asked_for_each_item
# source: constructed
# says: one\s+loss\s+for\s+each\s+item
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
def share(out, y):
    p = out.softmax(1)[:, 1]
    return 1 - (2 * (p * y).sum() + 1) / (p.sum() + y.sum() + 1)
learn = Learner(dls, net, loss_func=share)
# %% fails
learn.get_preds(with_loss=True)
