# rule: libraries_pickles.objects_in_array
# source: https://stackoverflow.com
# says: It\s+is\s+a\s+pickle
# says: allow_pickle=True
# %% before
import numpy as np, pickle

with open("vectors.pkl", "wb") as f:
    pickle.dump({"a": [1, 2]}, f)
# %% fails
vectors = np.load("vectors.pkl")
# %% mended
vectors = np.load("vectors.pkl", allow_pickle=True)
