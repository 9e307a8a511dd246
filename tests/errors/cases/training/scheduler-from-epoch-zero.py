# rule: schedulers_resumed.no_first_rate
# source: https://github.com/mozilla/TTS/issues/57
# says: leave\s+last_epoch\s+out
# %% before
from torch import nn
from torch.optim import Adam
from torch.optim.lr_scheduler import ExponentialLR
def make(net, epoch):
    opt = Adam(net.parameters(), lr=1e-3)
    return opt, ExponentialLR(opt, gamma=0.9, last_epoch=epoch)
# %% fails
opt, sched = make(nn.Linear(2, 2), 0)
# %% mended
def make(net, epoch):
    opt = Adam(net.parameters(), lr=1e-3)
    for group in opt.param_groups:
        group.setdefault('initial_lr', group['lr'])
    return opt, ExponentialLR(opt, gamma=0.9, last_epoch=epoch)
opt, sched = make(nn.Linear(2, 2), 0)
