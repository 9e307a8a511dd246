# rule: einsums.letters
# source: constructed
# says: 'd'
# says: 6
# says: 5
# says: torch\.einsum\('nd,kd->nk', vecs, proj\)
# %% before
import torch
vecs, proj = torch.rand(7, 6), torch.rand(5, 6)
# %% fails
out = torch.einsum('nd,dk->nk', vecs, proj)
# %% mended
out = torch.einsum('nd,kd->nk', vecs, proj)
