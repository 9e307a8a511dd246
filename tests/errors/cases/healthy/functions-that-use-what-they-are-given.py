# notice: none
# source: constructed
# %% before
import torch, pandas as pd
from torch import nn
x, y = torch.randn(40, 3), torch.randint(0, 2, (40,))
model, wide = nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 32), nn.ReLU(), nn.Linear(32, 2))
df = pd.DataFrame({'age': [20., None, 40.], 'city': ['Ulm', 'Bonn', 'Kiel']})
test_df = pd.DataFrame({'age': [30., None], 'city': ['Ulm', 'Ulm']})
teacher = nn.Linear(3, 2)
def hits(net, a, b): return (net(a).argmax(1) == b).sum().item()
def distil(student): return nn.functional.mse_loss(student(x), teacher(x))
def cities(table): return table.merge(df, on='city')
def switch_on(net): net.train()
def same(net):
    for p, q in zip(net.parameters(), model.parameters()): p.data = q.data
def count(): return len(model(x))
def with_default(_, a): return model(a)
def current(net): return model(x).mean()
# %% cell
print(hits(wide, x, y), distil(wide).item(), len(cities(test_df)), count())
switch_on(wide); same(teacher); with_default(wide, x); current(model)
