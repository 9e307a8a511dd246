# rule: joining.join_not_a_list
# source: constructed
# says: empty
# %% before
import torch
preds = []
# %% fails
torch.cat(preds)
