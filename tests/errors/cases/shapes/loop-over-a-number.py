# rule: dimensions.no_dimension_to_walk
# source: https://stackoverflow.com/questions/64429461
# says: single number
# says: t\.item\(\)
# %% before
import torch
t = torch.tensor(5)
# %% fails
for i in t: print(i)
# %% mended
print(t.item())
