# rule: tensors_called.function_overwritten
# source: constructed
# says: acc\s+=\s+lambda
# %% before
import torch
pred, y = torch.rand(4, 2), torch.tensor([0, 1, 1, 0])
acc = lambda p, y: (p.argmax(1) == y).float().mean()
acc = acc(pred, y)
# %% fails
second = acc(pred, y)
# %% mended
acc = lambda p, y: (p.argmax(1) == y).float().mean()
acc_value = acc(pred, y)
second = acc(pred, y)
