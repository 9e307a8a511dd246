# rule: files_of_weights.not_weights
# source: https://stackoverflow.com/q/24791987
# says: 0 bytes
# %% before
import torch
open('model.pt', 'wb').close()
# %% fails
torch.load('model.pt')
