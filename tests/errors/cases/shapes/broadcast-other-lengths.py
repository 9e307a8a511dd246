# rule: shapes.broadcast
# source: https://stackoverflow.com/questions/56783182
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
