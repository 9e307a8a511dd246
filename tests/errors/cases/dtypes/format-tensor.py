# rule: scalars.tensor_in_format
# source: constructed
# says: loss\.item\(\):\.3f
# says: \(1,\)
# %% before
import torch
loss = torch.rand(1)
# %% fails
print(f"loss {loss:.3f}")
# %% mended
print(f"loss {loss.item():.3f}")
