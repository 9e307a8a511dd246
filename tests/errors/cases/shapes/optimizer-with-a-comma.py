# rule: commas_left_over.comma_at_the_end
# source: constructed
# says: sgd = torch\.optim\.SGD\(net\.parameters\(\), lr=0\.1\)
# %% before
import torch

net = torch.nn.Linear(2, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.1),
# %% fails
net(torch.rand(3, 2)).mean().backward()
sgd.step()
# %% mended
sgd = torch.optim.SGD(net.parameters(), lr=0.1)
net(torch.rand(3, 2)).mean().backward()
sgd.step()
