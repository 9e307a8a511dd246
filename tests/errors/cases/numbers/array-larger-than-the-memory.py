# rule: memory_arrays.array_too_large
# source: https://stackoverflow.com/questions/57507832 (Unable to allocate array with shape and data type)
# says: 500,000 × 2,048 × 2,048 numbers of 8\s+bytes \(float64\)
# says: pictures = np.zeros\(\(32, 2048, 2048\)\)
# %% before
import numpy as np
# %% fails
pictures = np.zeros((500_000, 2048, 2048))
# %% mended
pictures = np.zeros((2, 2048, 2048))
