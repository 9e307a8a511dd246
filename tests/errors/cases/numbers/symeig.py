# rule: torch_gone.function_gone
# source: constructed
# says: torch\.linalg\.eigh
# %% before
import torch
cov = torch.eye(3) + 0.1
# %% fails
values, vectors = torch.symeig(cov, eigenvectors=True)
# %% mended
values, vectors = torch.linalg.eigh(cov)
