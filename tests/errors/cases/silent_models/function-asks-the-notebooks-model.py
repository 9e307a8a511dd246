# notice: unused_parameters.notebooks_in_place_of_given
# source: constructed
# says: hits\s+is\s+given\s+wide,\s+but\s+works\s+with\s+model\s+of\s+the\s+notebook
# says: Write\s+net\(a\)\s+in\s+place\s+of\s+model\(a\)
# %% before
import torch, pandas as pd
from torch import nn
x, y = torch.randn(40, 3), torch.randint(0, 2, (40,))
model, wide = nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 32), nn.ReLU(), nn.Linear(32, 2))
df = pd.DataFrame({'age': [20., None, 40.], 'city': ['Ulm', 'Bonn', 'Kiel']})
test_df = pd.DataFrame({'age': [30., None], 'city': ['Ulm', 'Ulm']})
def hits(net, a, b):
    net.eval()
    with torch.no_grad():
        return (model(a).argmax(1) == b).sum().item()
# %% cell
print(hits(model, x, y), hits(wide, x, y))
# %% mended
def hits(net, a, b):
    net.eval()
    with torch.no_grad():
        return (net(a).argmax(1) == b).sum().item()
print(hits(model, x, y), hits(wide, x, y))
