# rule: libraries_arrays.array_index
# source: a learner's notebook
# says: axs has 2 plots
# says: fig, axs = plt.subplots\(1, 3\)
# %% before
import matplotlib.pyplot as plt
fig, axs = plt.subplots(1, 2)
# %% fails
axs[0].plot([1])
axs[2].plot([1])
# %% mended
fig, axs = plt.subplots(1, 3)
axs[0].plot([1])
axs[2].plot([1])
