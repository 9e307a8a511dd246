# rule: autograd_asked.not_in_the_graph
# source: constructed
# says: x = \(img - 0\.5\) / 0\.25
# %% before
import torch
img = torch.rand(1,3,8,8, requires_grad=True)
net = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(192, 2))
# %% fails
x = (img.detach() - 0.5) / 0.25
score = net(x)[0, 1]
g = torch.autograd.grad(score, img)[0]
# %% mended
x = (img - 0.5) / 0.25
score = net(x)[0, 1]
g = torch.autograd.grad(score, img)[0]
