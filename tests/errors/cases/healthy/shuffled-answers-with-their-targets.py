# notice: none
# source: constructed
# %% before
import pandas as pd, torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows, kinds = torch.rand(30, 2), torch.randint(0, 3, (30,))
sheet = pd.DataFrame({"name": [f"p{i}" for i in range(30)]})
net = nn.Sequential(nn.Linear(2, 3)).eval()
loader = DataLoader(TensorDataset(rows, kinds, torch.arange(30)), batch_size=8, shuffle=True)
def judged(dl):
    out, truth, places = [], [], []
    with torch.no_grad():
        for xb, yb, ib in dl:
            out += net(xb).argmax(1).tolist()
            truth += yb.tolist()
            places += ib.tolist()
    return pd.DataFrame({"out": out, "truth": truth, "place": places})
# %% cell
table = judged(loader)
sheet["out"] = table.set_index("place").out.sort_index().values
losses = []
for xb, yb, _ in loader: losses.append(nn.functional.cross_entropy(net(xb), yb).item())
history = pd.DataFrame({"batch": range(len(losses)), "loss": losses})
