# notice: none
# source: constructed
# %% before
import torch
class History:
    def __init__(self): self.losses, self.epochs = [], []
    def __len__(self): return len(self.epochs)
    def __getitem__(self, i): return self.losses[i]
# %% cell
h = History()
for e in range(2):
    for b in range(5): h.losses.append(1 / (b + 1))
    h.epochs.append(e)
print(len(h), h[-1])
