# notice: none
# source: constructed
# %% before
import torch
def batch_accuracy(xb, yb):
    preds = xb.sigmoid()
    correct = (preds > 0.5) == yb
    return correct.float().mean()
preds = torch.randn(15, 1); targs = torch.randint(0, 2, (15,))
# %% cell
print(batch_accuracy(preds, targs[:, None]), batch_accuracy(preds.squeeze(), targs))
print(((preds > 0.5).float() == targs.unsqueeze(1)).float().mean())
preds = preds.squeeze(1)
((preds > 0.5).float() == targs).float().mean()
