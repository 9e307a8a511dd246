# rule: kinds.method_of_tensor
# source: constructed
# says: torch\.stack\(losses\)
# %% before
import torch
losses = [torch.tensor(.1), torch.tensor(.2)]
# %% fails
losses.mean()
# %% mended
torch.stack(losses).mean()
