# notice: loop_results.loss_is_nan
# source: constructed
# says: comes\s+from\s+houses
# says: column\s+rooms\s+of\s+houses\s+has\s+gaps
# says: houses\['rooms'\] = houses\['rooms'\]\.fillna
# %% before
import pandas as pd, torch
from torch import nn
from torch.utils.data import DataLoader, Dataset
open('houses.csv', 'w').write('rooms,area,price\n3,70,2.\n,50,1.\n4,90,3.\n2,40,1.\n')
houses = pd.read_csv('houses.csv')
class Houses(Dataset):
    def __init__(self, x, y): self.x, self.y = x, y
    def __len__(self): return len(self.x)
    def __getitem__(self, i): return self.x[i], self.y[i]
cols = ['rooms', 'area']
x = torch.tensor(houses[cols].values, dtype=torch.float32) / 100
dl = DataLoader(Houses(x, torch.tensor(houses['price'].values).float()), batch_size=2)
net = nn.Linear(2, 1)
sgd = torch.optim.SGD(net.parameters(), lr=0.01)
# %% cell
def train(n):
    for epoch in range(n):
        for xb, yb in dl:
            train_loss = ((net(xb)[:, 0] - yb) ** 2).mean()
            train_loss.backward()
            sgd.step()
            sgd.zero_grad()
    return train_loss.item()
last_loss = train(3)
