# rule: libraries_plots.several_axes
# source: constructed
# says: ax\[0, 0\]\.plot\(\[1\]\)
# %% fails
import matplotlib.pyplot as plt
fig, ax = plt.subplots(2,2)
ax.plot([1])
# %% mended
import matplotlib.pyplot as plt
fig, ax = plt.subplots(2,2)
ax[0, 0].plot([1])
