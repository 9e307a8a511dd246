# notice: losses.nll_of_raw_outputs
# source: constructed
# %% before
from fastai.vision.all import *
items = [(torch.randn(3), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(items, items, bs=4, num_workers=0, device='cpu')
net = nn.Sequential(nn.Linear(3, 2))
with torch.no_grad(): net[0].bias += 5
learn = Learner(dls, net, loss_func=F.nll_loss)
# %% cell
learn.fit(1)
