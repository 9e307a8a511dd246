# rule: libraries_plots.unknown_option
# source: constructed
# says: plt\.plot\(\[1, 2\], color='red'\)
# says: plot
# %% fails
import matplotlib.pyplot as plt
plt.plot([1,2], colour='red')
# %% mended
import matplotlib.pyplot as plt
plt.plot([1, 2], color='red')
