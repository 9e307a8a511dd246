# rule: scalars.several_values
# source: https://discuss.pytorch.org/t/only-one-element-tensors-can-be-converted-to-python-scalars/
# says: 4 values
# says: tolist\(\)
# %% before
import torch
losses = torch.rand(4)
# %% fails
losses.item()
# %% mended
losses.tolist()
