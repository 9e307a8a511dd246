# notice: loaders.answers_in_another_order
# source: constructed
# says: In\s+submission
# says: shuffle=False
# %% before
import pandas as pd, torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
sheet = pd.DataFrame({"name": [f"p{i}" for i in range(30)], "w": torch.rand(30).numpy(), "h": torch.rand(30).numpy()})
net = nn.Sequential(nn.Linear(2, 3)).eval()
def loader_of(table, bs=8): return DataLoader(TensorDataset(torch.tensor(table[["w", "h"]].values)), batch_size=bs, shuffle=True)
def submission(table, loader):
    found = []
    with torch.no_grad():
        for (xb,) in loader: found.append(net(xb.float()).argmax(1))
    return pd.DataFrame({"name": table.name, "kind": torch.cat(found).numpy()})
unseen = loader_of(sheet)
# %% cell
sub = submission(sheet, unseen)
# %% mended
unseen = DataLoader(unseen.dataset, batch_size=8)
sub = submission(sheet, unseen)
