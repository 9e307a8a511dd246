# notice: none
# source: fastbook, chapter 4
# %% before
import torch
from torch import tensor
three_tensors = [torch.randint(0, 256, (28, 28), dtype=torch.uint8) for _ in range(5)]
# %% cell
stacked_threes = torch.stack(three_tensors).float()/255
mean3 = stacked_threes.mean(0)
len(stacked_threes.shape), stacked_threes.ndim
