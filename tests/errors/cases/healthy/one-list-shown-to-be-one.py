# notice: none
# source: constructed
# %% before
import torch

# %% cell
pair = [[0, 0]] * 2
pair[0][1] = 9
print(pair, pair[0] is pair[1])
