# rule: torch_gone.function_gone
# source: constructed
# says: exchanged
# %% before
import torch
A, b = torch.eye(3) * 2, torch.ones(3, 1)
# %% fails
x, _ = torch.solve(b, A)
# %% mended
x = torch.linalg.solve(A, b)
