# rule: outputs_as_tensors.tensor_asked_for_an_output
# source: constructed
# says: pooled = out\[:, 0\]
# %% before
import torch
from torch import nn
body = nn.Embedding(20, 8)
out = body(torch.randint(0, 20, (4, 6)))
# %% fails
pooled = out.last_hidden_state[:, 0]
# %% mended
pooled = out[:, 0]
