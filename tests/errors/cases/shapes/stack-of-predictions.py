# rule: joining.join_unequal
# source: constructed
# says: torch\.cat\(preds\)
# %% before
import torch
preds = [torch.rand(8, 10), torch.rand(8, 10), torch.rand(3, 10)]
# %% fails
all_preds = torch.stack(preds)
# %% mended
all_preds = torch.cat(preds)
