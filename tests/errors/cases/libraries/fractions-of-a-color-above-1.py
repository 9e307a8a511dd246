# rule: libraries_colors.parts_up_to_255
# source: https://github.com/matplotlib/matplotlib/issues/17243
# says: np.clip\(colors, 0, 1\)
# %% before
import numpy as np
import matplotlib.pyplot as plt
a, colors = np.arange(10), np.random.rand(10, 3) * 2.0
# %% fails
plt.scatter(a, a, c=colors)
# %% mended
plt.scatter(a, a, c=np.clip(colors, 0, 1))
