# rule: schedulers.stepped_too_often
# source: constructed
# says: needs a new one
# says: total_steps=rounds \* n
# %% before
from fastai.vision.all import *

table = torch.randn(50, 3)
kinds = (table[:, 0] > 0).long()
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=8, num_workers=0)
net = nn.Linear(3, 2)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
rounds = 2
n = 5
cycle = torch.optim.lr_scheduler.OneCycleLR(sgd, max_lr=0.5, total_steps=rounds * n)
for i in range(rounds):
    for a, b in dls.train:
        F.cross_entropy(net(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        cycle.step()
# %% fails
for i in range(rounds):
    for a, b in dls.train:
        F.cross_entropy(net(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        cycle.step()
# %% mended
cycle = torch.optim.lr_scheduler.OneCycleLR(sgd, max_lr=0.5, total_steps=rounds * n)
for i in range(rounds):
    for a, b in dls.train:
        F.cross_entropy(net(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        cycle.step()
