# rule: einsums.letters
# source: constructed
# says: 'bnd'|bnd
# says: torch\.einsum\('bnd,dk->bnk', seqs, proj\)
# %% before
import torch
seqs, proj = torch.rand(5, 7, 6), torch.rand(6, 2)
# %% fails
out = torch.einsum('nd,dk->nk', seqs, proj)
# %% mended
out = torch.einsum('bnd,dk->bnk', seqs, proj)
