# rule: schedulers.stepped_too_often
# source: https://discuss.pytorch.org/t/onecyclelr-tried-to-step-times/83214
# says: 2 × 4 = 8
# says: warm = torch\.optim\.lr_scheduler\.OneCycleLR\(adam, 0\.1, total_steps=rounds \* len\(pieces\)\)
# %% before
import torch

net = torch.nn.Linear(2, 1)
pieces = [(torch.rand(3, 2), torch.rand(3, 1)) for _ in range(4)]
rounds = 2
# %% fails
adam = torch.optim.Adam(net.parameters())
warm = torch.optim.lr_scheduler.OneCycleLR(adam, 0.1, total_steps=len(pieces))
for n in range(rounds):
    for i, (a, b) in enumerate(pieces):
        (net(a) - b).pow(2).mean().backward()
        adam.step()
        adam.zero_grad()
        warm.step()
# %% mended
adam = torch.optim.Adam(net.parameters())
warm = torch.optim.lr_scheduler.OneCycleLR(adam, 0.1, total_steps=rounds * len(pieces))
for n in range(rounds):
    for i, (a, b) in enumerate(pieces):
        (net(a) - b).pow(2).mean().backward()
        adam.step()
        adam.zero_grad()
        warm.step()
