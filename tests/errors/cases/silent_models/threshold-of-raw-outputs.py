# notice: logits.threshold_of_logits
# source: https://discuss.pytorch.org (accuracy with BCEWithLogitsLoss)
# says: raw\s+outputs\s+\(logits\)
# says: torch\.sigmoid\(
# says: >\s+0
# %% before
import torch
from torch import nn
class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden, self.out = nn.Linear(4, 8), nn.Linear(8, 1)
    def forward(self, x):
        return self.out(torch.relu(self.hidden(x)))
def accuracy(preds, yb):
    return ((preds > 0.5).float() == yb).float().mean()
x = torch.rand(40, 4); y = (x[:, :1] > 0.5).float()
# %% cell
detector = Detector()
opt = torch.optim.Adam(detector.parameters(), 1e-2)
loss_fn = nn.BCEWithLogitsLoss()
for i in range(5):
    loss = loss_fn(detector(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
with torch.no_grad():
    print(accuracy(detector(x), y))
# %% mended
def accuracy(preds, yb):
    return ((torch.sigmoid(preds) > 0.5).float() == yb).float().mean()
detector = Detector()
opt = torch.optim.Adam(detector.parameters(), 1e-2)
loss_fn = nn.BCEWithLogitsLoss()
for i in range(5):
    loss = loss_fn(detector(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
with torch.no_grad():
    print(accuracy(detector(x), y))
