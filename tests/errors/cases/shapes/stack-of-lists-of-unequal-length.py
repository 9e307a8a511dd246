# rule: joining.join_not_a_list
# source: https://stackoverflow.com
# says: for t in o
# %% before
import torch

batches = [[torch.rand(5), torch.rand(5)], [torch.rand(5)]]
# %% fails
x = torch.stack(batches)
# %% mended
x = torch.cat([t for o in batches for t in o])
