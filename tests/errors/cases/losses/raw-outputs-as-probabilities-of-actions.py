# rule: distributions_given.not_allowed_values
# source: https://github.com/thu-ml/tianshou/issues/1192
# says: Categorical\(logits=scores\)
# %% before
import torch
from torch import nn
from torch.distributions import Categorical
torch.manual_seed(0)
policy, state = nn.Linear(4, 3), torch.randn(5, 4)
# %% fails
scores = policy(state)
dist = Categorical(scores)
# %% mended
scores = policy(state)
dist = Categorical(logits=scores)
