# rule: conversions.of_a_list
# source: https://discuss.pytorch.org/t/valueerror-only-one-element-tensors-can-be-converted-to-python-scalars/59800
# says: torch\.stack\(preds\)
# says: 3 tensors
# %% before
import torch
preds = [torch.rand(2), torch.rand(2), torch.rand(2)]
# %% fails
torch.tensor(preds)
# %% mended
torch.stack(preds)
