# rule: schedulers.stepped_too_often
# source: constructed
# says: steps_per_epoch=len\(trainer\.dls\.train\)
# %% before
from fastai.vision.all import *

table = torch.randn(50, 3)
kinds = (table[:, 0] > 0).long()
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=8, num_workers=0)
net = nn.Linear(3, 2)
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
rounds = 2
trainer = Learner(dls, net, loss_func=CrossEntropyLossFlat())
# %% fails
cycle = torch.optim.lr_scheduler.OneCycleLR(sgd, max_lr=0.5, epochs=rounds, steps_per_epoch=1)
for i in range(rounds):
    for a, b in trainer.dls.train:
        F.cross_entropy(net(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        cycle.step()
# %% mended
cycle = torch.optim.lr_scheduler.OneCycleLR(
    sgd, max_lr=0.5, epochs=rounds, steps_per_epoch=len(trainer.dls.train)
)
for i in range(rounds):
    for a, b in trainer.dls.train:
        F.cross_entropy(net(a), b).backward()
        sgd.step()
        sgd.zero_grad()
        cycle.step()
