# rule: libraries_plot_parts.color_bar_of_nothing
# source: constructed
# says: lines and bars have one\s+color
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.plot([1, 2])
plt.colorbar()
# %% mended
im = plt.scatter([1, 2], [1, 2], c=[0, 1])
plt.colorbar(im)
