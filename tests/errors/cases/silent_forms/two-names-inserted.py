# notice: repeated_rows.two_names_of_one_list
# source: constructed
# %% before
import torch
newest = oldest = []
# %% cell
newest.insert(0, 3)
oldest.insert(0, 4)
