# notice: repeated_rows.one_row_repeated
# source: constructed
# %% before
import torch
rows = [[]] * 3
# %% cell
rows[0]+=[1, 2]
