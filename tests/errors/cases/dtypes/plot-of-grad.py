# rule: scalars.list_of_losses
# source: https://stackoverflow.com/questions/55466298
# says: gradient
# says: o\.item\(\) for o in loss_list
# %% before
import torch
import matplotlib.pyplot as plt
loss_list = [torch.rand(1, requires_grad=True) for _ in range(3)]
# %% fails
plt.plot(loss_list)
# %% mended
plt.plot([o.item() for o in loss_list])
