# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
patches = torch.randn(9, 4)
attend, router, rater = nn.Linear(4, 2), nn.Linear(4, 3), nn.Linear(4, 2)
# %% cell
a = F.softmax(attend(patches), dim=0)
print(a[0], a.sum(0))
pooled = torch.mm(a.T, patches)
to = router(patches).softmax(dim=0)
best_patch = to.argmax(dim=0)
probs = F.softmax(rater(patches), dim=0)
print(probs[0])
mixed = torch.einsum('nk,nd->kd', probs, patches)
