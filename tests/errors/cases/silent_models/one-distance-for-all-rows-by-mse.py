# notice: whole_means.distance_over_all_items
# source: constructed
# says: for\s+all\s+30\s+items\s+of\s+rows
# says: \(\(rows\s+-\s+low\)\s+\*\*\s+2\)\.mean\(-1\)
# %% before
import torch, torch.nn.functional as F, warnings
warnings.simplefilter('ignore')
rows = torch.rand(30, 8); low, high = torch.zeros(8), torch.ones(8)
# %% cell
is_low = F.mse_loss(rows, low) < F.mse_loss(rows, high)
share = is_low.float().mean()
# %% mended
is_low = ((rows - low) ** 2).mean(-1) < ((rows - high) ** 2).mean(-1)
share = is_low.float().mean()
