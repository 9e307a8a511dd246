# rule: notebook_undefined.never_defined
# source: constructed
# says: Run the cell that makes preds
# %% before
import torch
# %% fails
preds.argmax(dim=1)
