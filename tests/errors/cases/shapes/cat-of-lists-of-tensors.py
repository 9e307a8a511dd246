# rule: joining.join_not_a_list
# source: https://stackoverflow.com
# says: torch.stack\(o\) for o in \[ones, twos\]
# %% before
import torch

ones = [torch.rand(4, 4) for _ in range(3)]
twos = [torch.rand(4, 4) for _ in range(2)]
# %% fails
x = torch.cat([ones, twos])
# %% mended
x = torch.cat([torch.stack(o) for o in [ones, twos]])
x.view(-1, 16)
