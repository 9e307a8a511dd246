# rule: modules_based.base_is_a_module
# source: constructed
# says: torch\.nn\.Module
# %% before
import torch
from torch import nn
import torch.utils.data as data
# %% fails
class Deep(torch):
    def forward(self, x): return x
# %% mended
class Deep(torch.nn.Module):
    def forward(self, x): return x
