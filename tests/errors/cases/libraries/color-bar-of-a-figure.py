# rule: libraries_plot_parts.color_bar_of_nothing
# source: constructed
# says: which picture
# %% before
import numpy as np
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
im = ax.imshow(np.eye(3))
# %% fails
fig.colorbar()
# %% mended
fig.colorbar(im)
