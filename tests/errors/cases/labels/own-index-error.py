# rule: none
# source: constructed
# %% before
import torch
def look(i): raise IndexError('index out of range in self')
# %% fails
look(3)
