# notice: repeated_rows.two_names_of_one_list
# source: constructed
# %% before
import torch
hits = misses = {'a': 0, 'b': 0}
# %% cell
hits['a']+=1
misses['b']+=1
