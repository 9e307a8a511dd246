# rule: libraries_colors.parts_up_to_255
# source: constructed
# says: from 0 to\s+1
# %% before
import numpy as np
import matplotlib.pyplot as plt
# %% fails
plt.plot([1, 2], color=(255, 0, 0))
# %% mended
plt.plot([1, 2], color=np.array((255, 0, 0)) / 255)
