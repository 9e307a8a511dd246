# notice: repeated_rows.two_names_of_one_list
# source: constructed
# %% before
import torch
# %% cell
train = valid = []
train+=[1]
valid+=[2]
