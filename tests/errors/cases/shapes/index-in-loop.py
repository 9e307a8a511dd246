# rule: dimensions.index_out_of_bounds
# source: constructed
# says: i \(10\)
# says: 9
# %% before
import torch
x = torch.rand(10)
# %% fails
for i in range(11):
    print(x[i])
# %% mended
for i in range(10):
    print(x[i])
