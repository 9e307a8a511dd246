# rule: autograd_lost.cut_on_the_way
# source: https://github.com/LZGMatrix/BOP19_CDPN_2019ICCV/issues/4
# says: argmax
# says: place = scores\.softmax\(1\)\.movedim\(1, -1\) @ torch\.arange\(10\.0\)
# %% before
import torch
from torch import nn
heat = nn.Sequential(nn.Conv1d(2, 10, 3, padding=1))
signal = torch.rand(4, 2, 20)
where = torch.rand(4, 20)
# %% fails
scores = heat(signal)
place = scores.argmax(dim=1)
place = place / 9
loss = nn.functional.l1_loss(place, where)
loss.backward()
# %% mended
scores = heat(signal)
place = scores.softmax(1).movedim(1, -1) @ torch.arange(10.0)
place = place / 9
loss = nn.functional.l1_loss(place, where)
loss.backward()
