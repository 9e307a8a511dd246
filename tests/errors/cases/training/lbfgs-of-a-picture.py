# rule: optimizers_closures.closure_missing
# source: constructed
# says: loss\s+=\s+\(img\s+-\s+goal\)\.pow\(2\)\.sum\(\)
# %% before
import torch
img, goal = torch.rand(3, 4, requires_grad=True), torch.ones(3, 4)
optimizer = torch.optim.LBFGS([img])
# %% fails
loss = (img - goal).pow(2).sum()
loss.backward()
optimizer.step()
# %% mended
def closure():
    optimizer.zero_grad()
    loss = (img - goal).pow(2).sum()
    loss.backward()
    return loss
optimizer.step(closure)
