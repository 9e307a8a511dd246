# rule: not steppers.state_not_returned
# source: constructed
# %% before
from fastai.vision.all import *
table = torch.randn(50, 3); kinds = (table[:, 0] > 0).long()
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=8, num_workers=0)
# %% fails
def go(p, lr, **kwargs): p.data.sub_(lr * p.grad.missing())
student = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), opt_func=partial(Optimizer, cbs=[go]))
student.fit(1, .05)
