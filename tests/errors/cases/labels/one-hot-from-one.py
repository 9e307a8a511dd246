# rule: label_numbers.one_hot_out_of_range
# source: constructed
# says: begin at 1
# says: F\.one_hot\(y - 1, 3\)
# %% before
import torch
import torch.nn.functional as F
y = torch.tensor([1, 2, 3])
# %% fails
F.one_hot(y, num_classes=3)
# %% mended
F.one_hot(y - 1, 3)
