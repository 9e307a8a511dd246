# notice: mean_for_items.mean_where_items_are_meant
# source: constructed
# says: reduction='none'
# %% before
from fastai.vision.all import *
x = torch.randn(96, 4); y = (x[:, 0] > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:64], ds[64:], bs=32, num_workers=0)
def focal(inp, targ, gamma=2):
    logp = F.cross_entropy(inp, targ)
    p = torch.exp(-logp)
    return ((1 - p) ** gamma * logp).mean()
# %% cell
learn = Learner(dls, nn.Linear(4, 2), loss_func=focal)
learn.fit(1)
