# notice: whole_means.distance_over_all_items
# source: constructed
# %% before
import torch
threes, ideal3, ideal7 = torch.rand(30, 8, 8), torch.rand(8, 8), torch.rand(8, 8)
def l1(a, b): return (a - b).abs().mean()
def nearer(items, one, other, far): return far(items, one) < far(items, other)
# %% cell
acc = nearer(threes, ideal3, ideal7, l1).float()
