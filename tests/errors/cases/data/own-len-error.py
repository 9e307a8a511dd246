# rule: none
# source: constructed
# %% before
import torch
class Box:
    def __init__(self): self.x = 3
# %% fails
len(Box())
