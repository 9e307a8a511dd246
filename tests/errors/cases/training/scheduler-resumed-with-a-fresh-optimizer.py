# rule: schedulers_resumed.no_first_rate
# source: https://github.com/akamaster/pytorch_resnet_cifar10/pull/14
# says: group\.setdefault\('initial_lr',\s+group\['lr'\]\)
# %% before
from torch import nn, optim
model = nn.Linear(4, 2)
optimizer = optim.SGD(model.parameters(), lr=0.1)
start_epoch = 30
# %% fails
scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=10, last_epoch=start_epoch)
# %% mended
for group in optimizer.param_groups:
    group.setdefault('initial_lr', group['lr'])
scheduler = optim.lr_scheduler.StepLR(optimizer, step_size=10, last_epoch=start_epoch)
