# rule: learners_indexed.not_a_list
# source: constructed
# says: steps\.param_groups\[0\]\[.lr.\] = 0\.01
# %% before
import torch

net = torch.nn.Linear(3, 1)
steps = torch.optim.SGD(net.parameters(), lr=0.1)
# %% fails
steps[0]["lr"] = 0.01
