# rule: torch_gone.function_gone
# source: constructed
# says: torch\.linalg\.eigh\(cov\)
# %% before
import torch
cov = torch.eye(3) + 0.1
# %% fails
w, v = cov.symeig(eigenvectors=True)
# %% mended
w, v = torch.linalg.eigh(cov)
