# rule: none
# source: constructed
# %% before
import torch
settings = {'lr': 0.1}
# %% fails
settings.eval()
