# notice: predictions.measured_in_training_mode
# source: constructed
# says: model\.eval\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(64, 5); kinds = torch.randint(0, 3, (64,))
part_one = DataLoader(TensorDataset(rows[:48], kinds[:48]), 12); part_two = DataLoader(TensorDataset(rows[48:], kinds[48:]), 8)
net = nn.Sequential(nn.Linear(5, 16), nn.Dropout(0.3), nn.ReLU(), nn.Linear(16, 3))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
# %% cell
def learn_it(model, tune, epochs=2):
    for _ in range(epochs):
        pass
        for a, b in part_one:
            loss = F.cross_entropy(model(a), b)
            tune.zero_grad()
            loss.backward()
            tune.step()
        pass
        with torch.no_grad():
            hits = sum((model(a).argmax(1) == b).sum().item() for a, b in part_two)
learn_it(net, opt)
# %% mended
def learn_it(model, tune, epochs=2):
    for _ in range(epochs):
        model.train()
        for a, b in part_one:
            loss = F.cross_entropy(model(a), b)
            tune.zero_grad()
            loss.backward()
            tune.step()
        model.eval()
        with torch.no_grad():
            hits = sum((model(a).argmax(1) == b).sum().item() for a, b in part_two)
learn_it(net, opt)
