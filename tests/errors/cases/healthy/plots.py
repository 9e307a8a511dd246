# notice: none
# source: constructed
# %% before
import matplotlib.pyplot as plt, numpy as np, torch
# %% cell
fig, axs = plt.subplots(1, 2, figsize=(6, 3))
x = torch.linspace(-2, 2, 20)
axs[0].plot(x, x**2)
axs[1].hist(np.random.rand(50), bins=5)
axs[1].set_title('random')
plt.tight_layout()
plt.show()
