# rule: not squeezed_batches.in_a_loss
# source: constructed
# says: view_as\(yb\)
# %% before
import torch, torch.nn as nn, torch.nn.functional as F
m=nn.Linear(5,1)
xb,yb=torch.randn(1,5),torch.tensor([1.])
# %% fails
loss=F.binary_cross_entropy_with_logits(m(xb)[0,0],yb)
# %% mended
loss=F.binary_cross_entropy_with_logits(m(xb)[0, 0].view_as(yb),yb)
