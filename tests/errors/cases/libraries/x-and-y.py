# rule: libraries_plots.x_and_y
# source: constructed
# says: plt\.plot\(\[1, 2\]\)
# %% fails
import matplotlib.pyplot as plt
plt.plot([1,2,3],[1,2])
# %% mended
import matplotlib.pyplot as plt
plt.plot([1, 2])
