# rule: saving.not_a_dict
# source: https://discuss.pytorch.org/t/how-to-save-the-best-model/84608
# says: kept = copy\.deepcopy\(head\.state_dict\(\)\)
# says: without\s+being\s+called
# %% before
import torch
from torch import nn
head = nn.Linear(3, 1)
# %% fails
kept, lowest = head.state_dict, 0.3
head.weight.data.zero_()
head.load_state_dict(kept)
# %% mended
import copy
kept = copy.deepcopy(head.state_dict())
head.weight.data.zero_()
head.load_state_dict(kept)
