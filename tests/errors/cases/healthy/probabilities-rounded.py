# notice: none
# source: constructed
# %% before
import torch
outs = torch.randn(20)
# %% cell
probs = torch.sigmoid(outs)
a, b = probs.round().long(), (probs > 0.5).int()
c = (torch.sigmoid(outs) * 100).int()
d = torch.sigmoid(outs * 1e6).long()
e = outs.softmax(0).argmax().long()
