# rule: losses_binary.out_of_range
# source: constructed
# says: F\.binary_cross_entropy_with_logits\(recon,\s+x,\s+reduction='sum'\)
# %% before
import torch
import torch.nn.functional as F
recon, x = torch.linspace(-3, 3, 8).reshape(2, 4), torch.rand(2, 4)
# %% fails
loss = F.binary_cross_entropy(recon, x, reduction='sum')
# %% mended
loss = F.binary_cross_entropy_with_logits(recon, x, reduction='sum')
