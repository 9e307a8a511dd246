# rule: schedulers.plateau_without_a_metric
# source: https://stackoverflow.com/questions/63108131/pytorch-schedule-learning-rate
# says: plateau\.step\(err\.item\(\)\)
# %% before
import torch

rows, goals = torch.rand(8, 2), torch.rand(8, 1)
net = torch.nn.Linear(2, 1)
# %% fails
adam = torch.optim.Adam(net.parameters())
plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(adam, "min")
for n in range(3):
    err = (net(rows) - goals).abs().mean()
    err.backward()
    adam.step()
    adam.zero_grad()
    plateau.step()
# %% mended
adam = torch.optim.Adam(net.parameters())
plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(adam, "min")
for n in range(3):
    err = (net(rows) - goals).abs().mean()
    err.backward()
    adam.step()
    adam.zero_grad()
    plateau.step(err.item())
