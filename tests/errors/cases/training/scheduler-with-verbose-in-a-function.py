# rule: torch_gone.argument_gone
# source: constructed
# says: CosineAnnealingLR\(optimizer,\s+T_max=epochs\)
# %% before
from torch import nn, optim
from torch.optim.lr_scheduler import CosineAnnealingLR
def setup(net, epochs):
    optimizer = optim.AdamW(net.parameters(), lr=1e-3)
    scheduler = CosineAnnealingLR(optimizer, T_max=epochs, verbose=False)
    return optimizer, scheduler
# %% fails
optimizer, scheduler = setup(nn.Linear(3, 1), 5)
# %% mended
def setup(net, epochs):
    optimizer = optim.AdamW(net.parameters(), lr=1e-3)
    scheduler = CosineAnnealingLR(optimizer, T_max=epochs)
    return optimizer, scheduler
optimizer, scheduler = setup(nn.Linear(3, 1), 5)
