# rule: libraries_pickles.objects_in_array
# source: https://stackoverflow.com
# says: allow_pickle=True
# says: objects
# says: rows = np.load\('signals.npy', allow_pickle=True\)
# %% before
import numpy as np

np.save("signals.npy", np.array([[1, 2], [3]], dtype=object))
# %% fails
rows = np.load("signals.npy")
# %% mended
rows = np.load("signals.npy", allow_pickle=True)
len(rows[0])
