# notice: none
# source: constructed
# %% before
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
x = torch.rand(20, 3); y = torch.randint(0, 2, (20,))
net = nn.Linear(3, 2)
results = pd.DataFrame({'model': ['linear'], 'acc': [0.]})
# %% cell
train_dl = DataLoader(TensorDataset(x, y), batch_size=5, shuffle=True)
opt = torch.optim.SGD(net.parameters(), lr=0.1)
preds, targs, losses = [], [], []
for xb, yb in train_dl:
    out = net(xb)
    loss = nn.functional.cross_entropy(out, yb)
    opt.zero_grad(); loss.backward(); opt.step()
    preds += out.argmax(1).tolist()
    targs.extend(yb.tolist())
    losses.append(loss.item())
shown = pd.DataFrame({'pred': preds, 'target': targs})
steps = list(range(len(losses)))
results.loc[0, 'acc'] = (shown.pred == shown.target).mean()
shown['right'] = shown.pred == shown.target
shown['row'] = preds
