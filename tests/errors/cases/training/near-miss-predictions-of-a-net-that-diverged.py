# notice: loop_results.loss_is_nan
# source: constructed
# says: training\s+diverged
# says: lr=1e\+03
# %% before
import torch
from torch import nn
import torch.nn.functional as F
rows = torch.rand(20, 3) * 9; goals = torch.rand(20, 1)
mask = torch.triu(torch.full((3, 3), float('-inf')), 1)
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
opt = torch.optim.SGD(net.parameters(), lr=1000)
# %% cell
print(mask.shape)
for _ in range(30):
    for at in range(0, 20, 5):
        xb, yb = rows[at:at + 5], goals[at:at + 5]
        loss = F.mse_loss(net(xb), yb)
        loss.backward()
        opt.step()
        opt.zero_grad()
with torch.no_grad():
    guesses = net(rows)
    misses = guesses - goals
