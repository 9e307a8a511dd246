# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
x = torch.randn(60, 4); y = (x[:, :1] > 0).float()
dls = DataLoaders.from_dsets(list(zip(x[:40], y[:40])), list(zip(x[40:], y[40:])), bs=10, num_workers=0)
class Squashed(nn.Module):
    def __init__(self): super().__init__(); self.lin = nn.Linear(4, 1)
    def forward(self, a): return torch.sigmoid(self.lin(a))
raw, squashed = nn.Linear(4, 1), Squashed()
with_logits, plain = nn.BCEWithLogitsLoss(), nn.BCELoss()
def acc(p, t): return ((p > 0.5) == t).float().mean()
def of_raw(p, t): return ((p.sigmoid() > 0.5) == t).float().mean()
def of_targets(p, t): return ((p > 0) == (t > 0.5)).float().mean()
def evaluate(net): return torch.stack([acc(net(a), b) for a, b in dls.valid]).mean()
def train(net, loss_func):
    opt = torch.optim.SGD(net.parameters(), 0.1)
    for a, b in dls.train:
        loss = loss_func(net(a), b); loss.backward(); opt.step(); opt.zero_grad()
train(raw, with_logits)
# %% cell
train(squashed, plain)
print(evaluate(squashed))
one = Learner(dls, Squashed(), loss_func=nn.BCELoss(), metrics=acc)
one.fit(1, 0.1)
two = Learner(dls, raw, loss_func=BCEWithLogitsLossFlat(), metrics=[of_raw, of_targets])
two.fit(1, 0.1)
