# notice: whole_means.distance_over_all_items
# source: constructed
# %% before
import torch
import torch.nn.functional as F
torch.manual_seed(0)
x, ideal3, ideal7 = torch.rand(8, 28, 28), torch.rand(28, 28), torch.rand(28, 28)
# %% cell
is_3 = F.l1_loss(x, ideal3) < F.l1_loss(x, ideal7)
