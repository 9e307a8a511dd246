# rule: libraries_colors.numbers_for_colors
# source: https://github.com/matplotlib/matplotlib/issues/7603
# says: c=colors
# %% before
import numpy as np
import matplotlib.pyplot as plt
x, y, colors = np.random.rand(3, 50)
# %% fails
plt.scatter(x, y, color=colors, alpha=0.5)
# %% mended
plt.scatter(x, y, c=colors, alpha=0.5)
