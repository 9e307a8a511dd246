# rule: distributions_given.not_allowed_values
# source: constructed
# says: softplus\(sigma\)
# %% before
import torch
from torch import nn, distributions
mu, sigma = torch.zeros(3), torch.tensor([0.5, -0.2, 1.0])
# %% fails
noise = distributions.Normal(loc=mu, scale=sigma).sample()
# %% mended
noise = distributions.Normal(loc=mu, scale=nn.functional.softplus(sigma) + 1e-6).sample()
