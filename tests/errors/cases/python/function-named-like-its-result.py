# rule: python_scopes.function_shadowed
# source: https://stackoverflow.com/questions/12836128 (object is not callable)
# says: mean_error_ = mean_error\(guesses, truth\)
# says: its\s+own\s+result
# %% before
import numpy as np
truth = np.array([1.0, 2.0])
def mean_error(a, b):
    return np.abs(a - b).mean()
# %% fails
for shift in (0.1, 0.2):
    guesses = truth + shift
    mean_error = mean_error(guesses, truth)
# %% mended
def mean_error(a, b):
    return np.abs(a - b).mean()
for shift in (0.1, 0.2):
    guesses = truth + shift
    mean_error_ = mean_error(guesses, truth)
