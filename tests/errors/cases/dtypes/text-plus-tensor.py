# rule: scalars.text_and_tensor
# source: constructed
# says: f-string
# says: loss\.item\(\)
# %% before
import torch
loss = torch.tensor(.3)
# %% fails
print("loss: " + loss)
# %% mended
print(f"loss: {loss.item()}")
