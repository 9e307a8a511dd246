# rule: tensor_members.no_such_member
# source: constructed
# says: preds = torch\.cat\(\[preds, row\[None\]\]\)
# %% before
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(0)
preds, row = torch.rand(2, 3), torch.rand(3)
# %% fails
preds.append(row)
# %% mended
preds = torch.cat([preds, row[None]])
