# notice: loops.zero_grad_forgotten
# source: constructed
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
model = nn.Linear(3, 1)
x, y = torch.randn(8, 3), torch.randn(8, 1)
opt = torch.optim.SGD(model.parameters(), lr=0.01)
# %% cell
with open('losses.txt', 'w') as file:
    for epoch in range(3):
        loss = F.mse_loss(model(x), y)
        loss.backward()
        opt.step()
        file.write(f'{loss.item()}')
