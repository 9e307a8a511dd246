# rule: libraries_plots.one_axes
# source: constructed
# says: ax\.plot\(\[1\]\)
# %% fails
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax[0].plot([1])
# %% mended
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
ax.plot([1])
