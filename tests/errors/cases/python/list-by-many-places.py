# rule: python_chosen.several_of_a_list
# source: https://stackoverflow.com
# says: a list of 6 items
# says: chosen = \[names\[i\] for i in order\[:3\]\]
# %% before
import numpy as np

names = list("abcdef")
# %% fails
order = np.random.permutation(len(names))
chosen = names[order[:3]]
# %% mended
order = np.random.permutation(len(names))
chosen = [names[i] for i in order[:3]]
