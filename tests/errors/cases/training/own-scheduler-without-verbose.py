# rule: not torch_gone.argument_gone
# source: constructed
# %% before
from torch import nn, optim
from torch.optim.lr_scheduler import LambdaLR
class Warmup(LambdaLR):
    def __init__(self, optimizer, steps):
        super().__init__(optimizer, lambda i: min(1, (i + 1) / steps))
opt = optim.SGD(nn.Linear(3, 1).parameters(), lr=0.1)
# %% fails
sched = Warmup(opt, 10, verbose=True)
