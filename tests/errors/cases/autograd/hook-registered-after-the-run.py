# rule: hooks.not_run_yet
# source: fastbook, chapter 18
# says: seen
# says: hook
# says: run
# says: scores = net\(batch\)
# %% before
import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 2)); batch = torch.rand(3, 4)
# %% fails
class Watch:
    def __init__(self, layer): self.handle = layer.register_forward_hook(self.keep)
    def keep(self, layer, inp, out): self.seen = out.detach()
    def __enter__(self): return self
    def __exit__(self, *args): self.handle.remove()
scores = net(batch)
with Watch(net[0]) as watch:
    acts = watch.seen
# %% mended
class Watch:
    def __init__(self, layer): self.handle = layer.register_forward_hook(self.keep)
    def keep(self, layer, inp, out): self.seen = out.detach()
    def __enter__(self): return self
    def __exit__(self, *args): self.handle.remove()
with Watch(net[0]) as watch:
    scores = net(batch)
    acts = watch.seen
