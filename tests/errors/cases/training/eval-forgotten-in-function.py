# notice: modes.eval_forgotten_in_function
# source: constructed
# says: evaluate
# says: training mode
# says: model\.eval\(\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
model = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))
opt = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.randn(64, 8); y = (x.sum(1) > 0).long()
# %% before
def evaluate(model, x, y):
    with torch.no_grad():
        preds = model(x)
    return (preds.argmax(1) == y).float().mean().item()
# %% cell
evaluate(model, x, y)
# %% mended
model.eval()
evaluate(model, x, y)
