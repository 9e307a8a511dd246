# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4)
count, share = (x.abs().sum(1, keepdim=True)), torch.rand(64, 1)
pairs = list(zip(x, count))
dls = DataLoaders.from_dsets(pairs[:48], pairs[48:], bs=16, num_workers=0)
# %% cell
class Count(nn.Module):
    def __init__(self):
        super().__init__()
        self.hid, self.out = nn.Linear(4, 16), nn.Linear(16, 1)
    def forward(self, x): return F.relu(self.out(F.relu(self.hid(x))))
learn = Learner(dls, Count(), loss_func=MSELossFlat())
learn.fit(1)
net = nn.Sequential(nn.Linear(4, 1), nn.Sigmoid())
F.mse_loss(net(x), share)
