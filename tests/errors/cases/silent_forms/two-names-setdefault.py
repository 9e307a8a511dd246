# notice: repeated_rows.two_names_of_one_list
# source: constructed
# %% before
import torch
hits = misses = {}
# %% cell
hits.setdefault('a', 1)
misses.setdefault('b', 2)
