# rule: parameters_unread.set_before_it_is_read
# source: a learner's notebook
# says: does not need it
# says: def likelihood\(X, y, weights\):
# %% before
import numpy as np
def likelihood(X, y, weights, h):
    m = len(y)
    h = 1 / (1 + np.exp(-X.dot(weights)))
    return np.sum(y * np.log(h)) / m
X, y = np.ones((3, 2)), np.array([0, 1, 1])
# %% fails
likelihood(X, y, np.zeros(2))
# %% mended
def likelihood(X, y, weights):
    m = len(y)
    h = 1 / (1 + np.exp(-X.dot(weights)))
    return np.sum(y * np.log(h)) / m
likelihood(X, y, np.zeros(2))
