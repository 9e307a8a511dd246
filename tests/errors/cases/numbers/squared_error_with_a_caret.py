# rule: powers.caret_as_power
# source: constructed
# says: not a power in Python
# says: error = 0\.5 \* \(\(guess - truth\)\*\*2\)\.sum\(\)
# %% before
import torch

guess, truth = torch.rand(6), torch.rand(6)
# %% fails
error = 0.5 * ((guess - truth)^2).sum()
# %% mended
error = 0.5 * ((guess - truth)**2).sum()
