# rule: libraries_plot_parts.place_outside_the_grid
# source: constructed
# says: plt.subplot\(2, 2, i \+ 1\)
# %% before
import matplotlib.pyplot as plt
# %% fails
for i in range(4):
    plt.subplot(2, 2, i)
# %% mended
for i in range(4):
    plt.subplot(2, 2, i + 1)
