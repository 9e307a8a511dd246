# notice: none
# source: constructed
# %% before
import torch, pandas as pd, numpy as np
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(40, 3); y = torch.randint(0, 2, (40,))
net = nn.Linear(3, 2)
opt = torch.optim.SGD(net.parameters(), 0.1)
history = pd.DataFrame({'epoch': range(3)})
def evaluate(net, dl):
    accs = []
    with torch.no_grad():
        for xb, yb in dl: accs.append((net(xb).argmax(1) == yb).float().mean().item())
    return sum(accs) / len(accs)
# %% cell
train_dl = DataLoader(TensorDataset(x, y), batch_size=10, shuffle=True)
losses, means = [], []
for epoch in range(3):
    epoch_losses = []
    for xb, yb in train_dl:
        loss = nn.functional.cross_entropy(net(xb), yb)
        opt.zero_grad(); loss.backward(); opt.step()
        epoch_losses.append(loss.item())
        losses.append(loss.item())
    means.append(np.mean(epoch_losses))
steps = list(range(len(losses)))
history['loss'] = means
history['final'] = evaluate(net, train_dl)
curve = pd.DataFrame({'step': steps, 'value': losses})
