# rule: memory_made.sizes_asked
# source: constructed
# says: vocab begins with 'w0'
# says: 700,000 × 700,000
# says: list\(vocab\)\[:10\]
# %% before
import numpy as np
vocab = [f'w{i}' for i in range(700_000)]
# %% fails
def table(n):
    return np.zeros((n, n))
n = len(vocab)
counts = table(n)
