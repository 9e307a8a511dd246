# rule: libraries_arrays.array_index
# source: constructed
# says: plt.subplots\(nrows=1, ncols=len\(imgs\)\)
# %% before
import matplotlib.pyplot as plt
imgs = [1, 2, 3, 4]
fig, ax = plt.subplots(nrows=1, ncols=2)
# %% fails
for i in range(len(imgs)):
    ax[i].plot([imgs[i]])
# %% mended
fig, ax = plt.subplots(nrows=1, ncols=len(imgs))
for i in range(len(imgs)):
    ax[i].plot([imgs[i]])
