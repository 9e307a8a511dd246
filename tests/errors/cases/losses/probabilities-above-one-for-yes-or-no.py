# rule: distributions_given.not_allowed_values
# source: constructed
# says: Bernoulli\(logits=out\)
# %% before
import torch
from torch.distributions import Bernoulli
out = torch.tensor([1.7, -0.3])
# %% fails
coin = Bernoulli(out)
# %% mended
coin = Bernoulli(logits=out)
