# rule: inference_use.mode_not_called
# source: constructed
# says: scorer is the method eval
# says: scorer = scorer\.eval\(\)
# says: make scorer anew
# %% before
import torch
from torch import nn
# %% fails
scorer = nn.Sequential(nn.Linear(4, 6), nn.Dropout(0.3), nn.Linear(6, 1))
scorer = scorer.eval
scorer(torch.rand(3, 4))
# %% mended
scorer = nn.Sequential(nn.Linear(4, 6), nn.Dropout(0.3), nn.Linear(6, 1))
scorer = scorer.eval()
scorer(torch.rand(3, 4))
