# rule: files_of_weights.not_weights
# source: https://github.com/TheLastBen/fast-stable-diffusion/issues/1140
# says: safetensors
# says: load_file\('model\.pth'\)
# %% before
import torch
from safetensors.torch import save_file
save_file({'w': torch.rand(2, 2)}, 'model.pth')
# %% fails
sd = torch.load('model.pth')
# %% mended
from safetensors.torch import load_file
sd = load_file('model.pth')
