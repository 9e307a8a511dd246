# rule: losses_of_each_item.asked_for_each_item
# source: constructed
# says: Focal\s+takes\s+no\s+argument\s+reduction
# says: def forward\(self, out, y, reduction='mean'\):
# says: return loss\.mean\(\) if reduction == 'mean' else loss
# %% before
from fastai.vision.all import *
xs = torch.randn(40, 4); ys = (xs.sum(1) > 0).long()
ds = list(zip(xs, ys))
dls = DataLoaders.from_dsets(ds, ds, bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
class Focal(nn.Module):
    def forward(self, out, y):
        ce = F.cross_entropy(out, y, reduction='none')
        return ((1 - torch.exp(-ce)) ** 2 * ce).mean()
learn = Learner(dls, net, loss_func=Focal())
learn.fit(1)
# %% fails
preds, targs, each = learn.get_preds(with_loss=True)
# %% mended
class Focal(nn.Module):
    def forward(self, out, y, reduction='mean'):
        ce = F.cross_entropy(out, y, reduction='none')
        loss = (1 - torch.exp(-ce)) ** 2 * ce
        return loss.mean() if reduction == 'mean' else loss
learn.loss_func = Focal()
preds, targs, each = learn.get_preds(with_loss=True)
