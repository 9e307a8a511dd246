# rule: kinds.method_of_tensor
# source: constructed
# says: history\.append\(loss\)
# %% before
import torch
loss = torch.rand(3).mean().item()
history = []
# %% fails
history.append(loss.detach().cpu().numpy())
# %% mended
history.append(loss)
