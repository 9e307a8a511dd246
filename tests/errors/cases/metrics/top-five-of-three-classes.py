# rule: channels_shared.fewer_than_asked
# source: constructed
# says: which\s+has\s+3
# says: output\.topk\(min\(maxk,\s+output\.shape\[1\]\),\s+1,\s+True,\s+True\)
# %% before
import torch
def accuracy(output, target, topk=(1, 5)):
    maxk = max(topk)
    _, pred = output.topk(maxk, 1, True, True)
    return pred.t().eq(target.view(1, -1)).float().sum()
# %% fails
acc = accuracy(torch.rand(4, 3), torch.tensor([0, 1, 2, 0]))
# %% mended
def accuracy(output, target, topk=(1, 5)):
    maxk = max(topk)
    _, pred = output.topk(min(maxk, output.shape[1]), 1, True, True)
    return pred.t().eq(target.view(1, -1)).float().sum()
acc = accuracy(torch.rand(4, 3), torch.tensor([0, 1, 2, 0]))
