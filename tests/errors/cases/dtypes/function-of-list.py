# rule: kinds.function_given_no_tensor
# source: constructed
# says: list
# says: F\.relu\(torch\.tensor\(acts\)\)
# %% before
import torch
import torch.nn.functional as F
acts = [1., -2.]
# %% fails
F.relu(acts)
# %% mended
F.relu(torch.tensor(acts))
