# rule: autograd_numpy.numpy_of_grad
# source: https://stackoverflow.com/questions/55466298/pytorch-cant-call-numpy-on-variable
# says: curve\[:, 0\] requires a gradient
# says: ax\.plot\(a\.flatten\(\), curve\[:, 0\]\.detach\(\)\)
# %% before
import matplotlib.pyplot as plt
import torch
from torch import nn

a = torch.linspace(0, 1, 20).unsqueeze(1)
bend = nn.Sequential(nn.Linear(1, 4), nn.Tanh(), nn.Linear(4, 1))
fig, ax = plt.subplots()
# %% fails
curve = bend(a)
ax.plot(a.flatten(), curve[:, 0])
# %% mended
curve = bend(a)
ax.plot(a.flatten(), curve[:, 0].detach())
