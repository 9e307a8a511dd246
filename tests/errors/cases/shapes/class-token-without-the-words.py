# rule: joining.join_unequal
# source: constructed
# says: token\.unsqueeze\(1\)
# %% before
import torch
words, token = torch.rand(4, 7, 5), torch.rand(4, 5)
# %% fails
x = torch.cat([token, words], dim=1)
# %% mended
x = torch.cat([token.unsqueeze(1), words], dim=1)
