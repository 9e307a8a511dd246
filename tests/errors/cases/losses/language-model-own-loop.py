# rule: losses.classes_are_last
# source: constructed
# says: out\.flatten\(0, 1\)\s+and\s+targets\.flatten\(\)
# says: F\.cross_entropy\(out\.permute\(0, 2, 1\), targets\)
# %% before
import torch
import torch.nn.functional as F
out = torch.randn(5, 6, 30, requires_grad=True)
targets = torch.arange(30).view(5, 6)
# %% fails
loss = F.cross_entropy(out, targets)
loss.backward()
# %% mended
loss = F.cross_entropy(out.flatten(0, 1), targets.flatten())
loss.backward()
