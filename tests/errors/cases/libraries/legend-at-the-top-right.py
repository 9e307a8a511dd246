# rule: libraries_plot_parts.place_of_a_legend
# source: constructed
# says: loc='upper right'
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.plot([1], label='a')
plt.legend(loc='top right')
# %% mended
plt.plot([1], label='a')
plt.legend(loc='upper right')
