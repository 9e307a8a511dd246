# rule: backward_by_hand.not_set_yet
# source: fastbook, chapter 17
# says: scores has no \.grad_
# says: loss
# says: first
# says: loss_back\(scores, wanted\)
# %% before
import torch
acts, w, b, wanted = torch.rand(6, 4), torch.rand(4, 1), torch.zeros(1), torch.rand(6)
def loss_back(pred, targ): pred.grad_ = 2. * (pred.squeeze() - targ).unsqueeze(-1) / pred.shape[0]
def layer_back(inp, pred, w, b):
    inp.grad_ = pred.grad_ @ w.t()
    w.grad_ = inp.t() @ pred.grad_
    b.grad_ = pred.grad_.sum(0)
# %% fails
scores = acts @ w + b
layer_back(acts, scores, w, b)
# %% mended
scores = acts @ w + b
loss_back(scores, wanted)
layer_back(acts, scores, w, b)
