# notice: none
# source: constructed
# %% before
import torch
from torch import nn
x = torch.randn(48, 3); y = (x.sum(1) > 0).long()
plain = nn.Sequential(nn.Linear(3, 20), nn.ReLU(), nn.Linear(20, 2))
drops = nn.Sequential(nn.Linear(3, 20), nn.Dropout(0.4), nn.Linear(20, 2))
rows = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=16)
def evaluate(model, dl):
    return torch.stack([(model(xb).argmax(1) == yb).float().mean() for xb, yb in dl]).mean()
def predict_often(model, x):
    return torch.stack([model(x).softmax(1) for _ in range(20)]).std(0)
def evaluate_well(model, dl):
    model.eval()
    found = torch.stack([(model(xb).argmax(1) == yb).float().mean() for xb, yb in dl]).mean()
    model.train()
    return found
# %% cell
evaluate(plain, rows)
spread = predict_often(drops, x)
evaluate_well(drops, rows)
