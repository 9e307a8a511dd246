# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(80, 4); y = x.abs().sum(1, keepdim=True)
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds[:60], ds[60:], bs=20, num_workers=0)
def rmsle(pred, targ):
    return torch.sqrt(F.mse_loss(torch.log(pred.clamp(min=1e-3)), torch.log(targ)))
# %% cell
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1), nn.Softplus()), loss_func=rmsle)
learn.fit(1, 1e-3)
