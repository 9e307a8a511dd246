# rule: sizes_as_floats.no_whole_number
# source: https://github.com/OSVAI/ODConv/issues/17
# says: stride=int\(step\)
# %% before
import torch
import torch.nn.functional as F
x, w = torch.rand(1, 3, 8, 8), torch.rand(2, 3, 3, 3)
step = 8 / 4
# %% fails
y = F.conv2d(x, w, stride=step)
# %% mended
y = F.conv2d(x, w, stride=int(step))
