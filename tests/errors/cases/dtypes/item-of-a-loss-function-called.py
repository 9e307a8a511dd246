# rule: scalars.several_values
# source: constructed
# says: loss_func was made with reduction='none'
# says: losses\.append\(loss_func\(net\(x\), y\)\.mean\(\)\.item\(\)\)
# %% before
from fastai.vision.all import *
x, y, net, losses = torch.rand(6, 3), torch.tensor([0, 1, 1, 0, 1, 0]), nn.Linear(3, 2), []
loss_func = CrossEntropyLossFlat(reduction='none')
# %% fails
losses.append(loss_func(net(x), y).item())
# %% mended
losses.append(loss_func(net(x), y).mean().item())
