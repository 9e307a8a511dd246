# notice: steps.gradient_added
# source: constructed
# %% before
import torch
x = torch.randn(50); y = 3 * x
def move(w, lr):
    w.data += lr * w.grad
    w.grad = None
def fit(update, w):
    for i in range(5):
        loss = ((w * x - y)**2).mean()
        loss.backward()
        update(w, 0.1)
w = torch.zeros(1, requires_grad=True)
# %% cell
fit(move, w)
