# rule: memory_made.sizes_asked
# source: constructed
# says: codes begins with
# %% before
import torch
codes = {f'c{i}': i for i in range(800_000)}
# %% fails
one_hot = torch.eye(len(codes))
