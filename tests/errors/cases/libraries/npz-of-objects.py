# rule: libraries_pickles.objects_in_array
# source: https://stackoverflow.com
# says: kept = np.load\('kept.npz', allow_pickle=True\)
# says: kept\['words'\]
# %% before
import numpy as np

np.savez("kept.npz", x=np.ones(3), words=np.array(["a", None], dtype=object))
# %% fails
kept = np.load("kept.npz")
x, words = kept["x"], kept["words"]
# %% mended
kept = np.load("kept.npz", allow_pickle=True)
x, words = kept["x"], kept["words"]
