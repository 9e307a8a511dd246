# rule: libraries_choices.text_instead_of_an_array
# source: a learner's notebook
# says: takes an array
# %% before
import numpy as np
a = np.arange(1, 11)
a = ''' now shuffle the numbers'''
# %% fails
np.random.permutation(a)
# %% mended
a = np.arange(1, 11)
np.random.permutation(a)
