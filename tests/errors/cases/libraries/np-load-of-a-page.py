# rule: libraries_pickles.objects_in_array
# source: https://stackoverflow.com
# says: no\s+pickle\s+either
# says: open\(file, 'rb'\)
# %% before
import numpy as np

file = "vectors.npy"
with open(file, "w") as f:
    f.write("<html>404</html>")
# %% fails
vectors = np.load(file)
# %% mended
open(file, "rb").read(200)
