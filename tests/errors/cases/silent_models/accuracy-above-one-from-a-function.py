# notice: batch_accuracies.accuracy_over_batches
# source: constructed
# says: number of batches
# says: found / len\(loader\.dataset\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
batches = DataLoader(TensorDataset(rows, kinds), batch_size=12)
clf = nn.Linear(5, 3)
# %% cell
def right_answers(net, loader):
    found, loss = 0, 0.
    net.eval()
    with torch.no_grad():
        for a, b in loader:
            out = net(a)
            loss += F.cross_entropy(out, b).item()
            found += (out.argmax(dim=1) == b).sum().item()
    return loss / len(loader), found / len(loader)
valid_loss, valid_acc = right_answers(clf, batches)
# %% mended
def right_answers(net, loader):
    found, loss = 0, 0.
    net.eval()
    with torch.no_grad():
        for a, b in loader:
            out = net(a)
            loss += F.cross_entropy(out, b).item()
            found += (out.argmax(dim=1) == b).sum().item()
    return loss / len(loader), found / len(loader.dataset)
valid_loss, valid_acc = right_answers(clf, batches)
