# notice: none
# source: fastbook, chapter 5
# %% before
import torch
import torch.nn.functional as F
acts = torch.randn((6, 2))*2
targ = torch.tensor([0, 1, 0, 1, 1, 0])
sm_acts = torch.softmax(acts, dim=1)
# %% cell
idx = range(6)
-sm_acts[idx, targ]
F.nll_loss(sm_acts, targ, reduction="none")
