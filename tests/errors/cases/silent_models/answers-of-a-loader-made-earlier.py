# notice: loaders.answers_in_another_order
# source: constructed
# says: unseen\s+shuffles
# says: kind
# %% before
import pandas as pd, torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
sheet = pd.DataFrame({"name": [f"p{i}" for i in range(30)], "w": torch.rand(30).numpy(), "h": torch.rand(30).numpy()})
net = nn.Linear(2, 2).eval()
net.weight.data = torch.tensor([[1., -1.], [-1., 1.]])
net.bias.data.zero_()
unseen = DataLoader(TensorDataset(torch.tensor(sheet[["w", "h"]].values)), batch_size=8, shuffle=True)
# %% cell
found = []
with torch.no_grad():
    for (xb,) in unseen: found += net(xb.float()).argmax(1).tolist()
sheet["kind"] = found
# %% mended
unseen = DataLoader(unseen.dataset, batch_size=8)
found = []
with torch.no_grad():
    for (xb,) in unseen: found += net(xb.float()).argmax(1).tolist()
sheet["kind"] = found
