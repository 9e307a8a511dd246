# notice: repeated_rows.one_row_repeated
# source: constructed
# %% before
import torch
files = dict.fromkeys(['cat', 'dog'], [])
# %% cell
files['cat'] += ['a.png']
