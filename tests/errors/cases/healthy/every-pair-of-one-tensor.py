# notice: none
# source: constructed
# %% before
import torch
weights_kg = torch.rand(20) * 80; ages = torch.rand(20)
first = torch.rand(6, 1); second = torch.rand(6)
# %% cell
column = weights_kg[:, None]
gap = (column - weights_kg).abs().mean()
spread = ((weights_kg.view(-1, 1) - weights_kg) ** 2).mean()
column2 = ages.reshape(-1, 1) * 1.
spread2 = torch.mean((column2 - ages) ** 2)
cross = (first - second).abs().mean()
