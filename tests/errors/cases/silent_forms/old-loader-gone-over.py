# notice: old_instances.made_before_its_class
# source: constructed
# %% before
import torch
class Batches:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield torch.zeros(2)
rows = Batches(3)
# %% before
class Batches:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield torch.ones(2)
# %% cell
for xb in rows:
    last = xb
