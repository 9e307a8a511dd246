# rule: inference_use.mode_not_called
# source: constructed
# says: ranker = build\(\)\.cpu\(\)
# %% before
import torch
from torch import nn
def build(): return nn.Linear(3, 2)
# %% fails
ranker = build().cpu
ranker(torch.rand(5, 3))
# %% mended
ranker = build().cpu()
ranker(torch.rand(5, 3))
