# rule: libraries_colors.parts_up_to_255
# source: https://github.com/matplotlib/matplotlib/issues/11919
# says: np.array\(\[\[120, 130, 140\]\]\) / 255
# %% before
import numpy as np
import matplotlib.pyplot as plt
# %% fails
plt.scatter([2], [3], c=np.array([[120, 130, 140]]))
# %% mended
plt.scatter([2], [3], c=np.array([[120, 130, 140]]) / 255)
