# notice: none
# source: supervised contrastive loss
# %% before
import torch
labels = torch.randint(0, 3, (10,))
column = labels.view(-1, 1)
preds = torch.rand(10, 1)
cuts = torch.linspace(0, 1, 10)
# %% cell
same = (column == labels).float()
pairs = same.sum() - 10
print(pairs, (column == labels).float().mean())
print((preds > cuts).float().mean(), ((preds > 0.5).long() == labels).sum(0))
