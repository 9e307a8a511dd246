# rule: libraries_plot_parts.labels_of_a_pie
# source: constructed
# says: has 3 parts
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.pie([1, 2, 3], labels=['a', 'b'])
# %% mended
plt.pie([1, 2, 3], labels=['a', 'b', 'c'])
