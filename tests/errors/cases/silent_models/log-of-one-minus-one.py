# notice: zeros_inside.log_of_zero
# source: constructed
# says: -inf\s+where\s+preds\s+is\s+1
# says: preds\s+=\s+preds\.clamp\(1e-7,\s+1\s+-\s+1e-7\)
# %% before
import torch
preds = torch.sigmoid(torch.tensor([-3.0, 0.5, 120.0])); targs = torch.tensor([0.0, 1.0, 0.0])
# %% cell
bce = -(targs * preds.log() + (1 - targs) * (1 - preds).log()).mean()
# %% mended
preds = preds.clamp(1e-7, 1 - 1e-7)
bce = -(targs * preds.log() + (1 - targs) * (1 - preds).log()).mean()
