# rule: python_chosen.several_of_a_list
# source: https://stackoverflow.com
# says: tensor
# says: test = \[pics\[i\] for i in perm\[4:\]\]
# %% before
import torch

pics = [f"p{i}.png" for i in range(6)]
perm = torch.randperm(6)
# %% fails
test = pics[perm[4:]]
# %% mended
test = [pics[i] for i in perm[4:]]
