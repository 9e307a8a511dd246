# rule: libraries_plot_parts.place_of_a_legend
# source: constructed
# says: loc='lower center'
# %% before
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
# %% fails
ax.plot([1], label='a')
ax.legend(loc='bottom')
# %% mended
ax.plot([1], label='a')
ax.legend(loc='lower center')
