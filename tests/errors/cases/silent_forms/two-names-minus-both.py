# notice: repeated_rows.two_names_of_one_list
# source: constructed
# %% before
import numpy as np, torch
low = high = np.ones(3)
# %% cell
low[0] -= 2
high[0] *= 2
