# rule: distributions_given.not_allowed_values
# source: https://github.com/shizhediao/Black-Box-Prompt-Learning/issues/3
# says: NaN
# %% before
import torch
from torch.distributions import Categorical
p = torch.tensor([0.0, 0.0]) / 0.0
# %% fails
dist = Categorical(p)
