# rule: steppers.state_not_returned
# source: constructed
# says: nobody gives it
# says: beta=
# %% before
from fastai.vision.all import *
table = torch.randn(50, 3); kinds = (table[:, 0] > 0).long()
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=8, num_workers=0)
# %% fails
def mean_grad(p, beta, mean=None, **kwargs):
    if mean is None: mean = torch.zeros_like(p.grad)
    mean = beta * mean + (1 - beta) * p.grad
    return {'mean': mean}
def go(p, lr, mean, **kwargs): p.data.sub_(lr * mean)
student = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), opt_func=partial(Optimizer, cbs=[mean_grad, go]))
student.fit(1, .05)
# %% mended
def mean_grad(p, beta, mean=None, **kwargs):
    if mean is None: mean = torch.zeros_like(p.grad)
    mean = beta * mean + (1 - beta) * p.grad
    return {'mean': mean}
def go(p, lr, mean, **kwargs): p.data.sub_(lr * mean)
student = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), opt_func=partial(Optimizer, cbs=[mean_grad, go], beta=.9))
student.fit(1, .05)
