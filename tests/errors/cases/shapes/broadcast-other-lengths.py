# rule: shapes.broadcast
# source: https://discuss.pytorch.org/t/the-size-of-tensor-a-must-match-the-size-of-tensor-b/43756
# says: preds
# says: 100
# says: 20
# %% before
import torch
preds = torch.rand(100)
targs = torch.rand(20)
# %% fails
((preds - targs)**2).mean()
# %% mended
((preds[:20] - targs)**2).mean()
