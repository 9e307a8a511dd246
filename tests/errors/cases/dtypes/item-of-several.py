# rule: scalars.several_values
# source: https://discuss.pytorch.org/t/valueerror-only-one-element-tensors-can-be-converted-to-python-scalars/59800
# says: 4 values
# says: tolist\(\)
# %% before
import torch
losses = torch.rand(4)
# %% fails
losses.item()
# %% mended
losses.tolist()
