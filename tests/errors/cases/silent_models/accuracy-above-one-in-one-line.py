# notice: batch_accuracies.accuracy_over_batches
# source: constructed
# says: number\sof\sbatches
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(48, 5); kinds = torch.randint(0, 3, (48,))
batches = DataLoader(TensorDataset(rows, kinds), batch_size=12)
clf = nn.Linear(5, 3)
# %% cell
final_acc = sum((clf(a).argmax(1) == b).sum().item() for a, b in batches) / len(batches)
# %% mended
final_acc = sum((clf(a).argmax(1) == b).sum().item() for a, b in batches) / len(batches.dataset)
