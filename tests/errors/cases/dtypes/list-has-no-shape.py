# rule: kinds.method_of_tensor
# source: https://stackoverflow.com/questions/21015674
# says: list
# says: torch\.tensor\(xs\)
# %% before
import torch
xs = [[1, 2], [3, 4]]
# %% fails
xs.shape
# %% mended
torch.tensor(xs).shape
