# rule: backward_by_hand.not_set_yet
# source: constructed
# says: res\.g
# says: loss
# says: res\.g = 2 \* diff\[:, None\] / len\(diff\)
# %% before
import torch
acts, w, wanted = torch.rand(6, 4), torch.rand(4, 1), torch.rand(6)
# %% fails
def back(inp, out, w):
    inp.g = out.g @ w.t()
    w.g = inp.t() @ out.g
res = acts @ w
diff = res[:, 0] - wanted
loss = (diff ** 2).mean()
back(acts, res, w)
# %% mended
def back(inp, out, w):
    inp.g = out.g @ w.t()
    w.g = inp.t() @ out.g
res = acts @ w
diff = res[:, 0] - wanted
loss = (diff ** 2).mean()
res.g = 2 * diff[:, None] / len(diff)
back(acts, res, w)
