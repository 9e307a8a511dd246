# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
teacher = nn.Linear(4, 2); student = nn.Linear(4, 2); other = nn.Linear(4, 2)
# %% cell
opt_a = torch.optim.SGD(student.parameters(), lr=.1)
opt_b = torch.optim.Adam(student.parameters(), lr=1e-3)
opt_c = torch.optim.Adam(other.parameters(), lr=1e-3)
for i, xb in enumerate(torch.randn(64, 4).split(16)):
    with torch.no_grad(): goal = teacher(xb)
    opt = opt_a if i < 2 else opt_b
    loss = F.mse_loss(student(xb), goal) + F.mse_loss(other(xb), goal)
    opt.zero_grad(); opt_c.zero_grad(); loss.backward(); opt.step(); opt_c.step()
print(opt_a.param_groups[0]['lr'], opt_b.param_groups[0]['lr'])
