# rule: einsums.letters
# source: constructed
# says: feats
# says: 4 dimensions
# says: 3 letters, 'cij'
# says: feats\[0\]
# %% before
import torch
feats, weight = torch.rand(1, 6, 4, 4), torch.rand(2, 6)
# %% fails
heat = torch.einsum('kc,cij->kij', weight, feats)
# %% mended
heat = torch.einsum('kc,cij->kij', weight, feats[0])
