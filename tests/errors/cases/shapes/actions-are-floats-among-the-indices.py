# rule: indices.index_of_floats
# source: https://github.com/philtabor/Deep-Q-Learning-Paper-To-Code/issues/2
# says: q\[rows,\s+actions\.long\(\)\]
# %% before
import torch
q, rows = torch.rand(4, 2), torch.arange(4)
actions = torch.tensor([0., 1., 1., 0.])
# %% fails
chosen = q[rows, actions]
# %% mended
chosen = q[rows, actions.long()]
