# rule: autograd_lost.nothing_requires_grad
# source: constructed
# says: w\.requires_grad_\(\)
# says: \A(?!.*ends the record)
# %% before
import torch
sizes = [1., 2., 3.]; prices = [2., 4., 6.]
# %% fails
x = torch.tensor(sizes)
x = (x - x.mean()) / x.std()
y = torch.tensor(prices)
w = torch.randn(1)
preds = w * x
loss = ((preds - y) ** 2).mean()
loss.backward()
# %% mended
x = torch.tensor(sizes)
x = (x - x.mean()) / x.std()
y = torch.tensor(prices)
w = torch.randn(1)
w.requires_grad_()
preds = w * x
loss = ((preds - y) ** 2).mean()
loss.backward()
