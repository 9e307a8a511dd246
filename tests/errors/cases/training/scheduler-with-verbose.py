# rule: torch_gone.argument_gone
# source: constructed
# says: no\s+argument\s+verbose\s+any\s+more
# says: StepLR\(opt,\s+step_size=2,\s+gamma=0\.5\)
# %% before
import torch
from torch import nn
model = nn.Linear(4, 2)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
# %% fails
sched = torch.optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.5, verbose=True)
# %% mended
sched = torch.optim.lr_scheduler.StepLR(opt, step_size=2, gamma=0.5)
