# notice: items_for_classes.items_named_classes
# source: constructed
# says: In classes_of:
# says: preds\s+=\s+probs\.argmax\(dim=1\)
# %% before
import torch
torch.manual_seed(1)
table = torch.randn(30, 3).softmax(dim=1)
# %% cell
def classes_of(probs):
    _, preds = probs.max(dim=0)
    return preds
found = classes_of(table)
# %% mended
def classes_of(probs):
    preds = probs.argmax(dim=1)
    return preds
found = classes_of(table)
