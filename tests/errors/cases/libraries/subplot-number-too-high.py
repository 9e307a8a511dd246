# rule: libraries_plot_parts.place_outside_the_grid
# source: constructed
# says: plt.subplot\(-\(-len\(imgs\) // 2\), 2, i \+ 1\)
# %% before
import matplotlib.pyplot as plt
imgs = [1, 2, 3, 4, 5]
# %% fails
for i in range(len(imgs)):
    plt.subplot(2, 2, i + 1)
# %% mended
for i in range(len(imgs)):
    plt.subplot(-(-len(imgs) // 2), 2, i + 1)
