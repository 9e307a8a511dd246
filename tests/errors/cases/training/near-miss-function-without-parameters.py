# rule: not functions_as_models.function_as_a_network
# source: constructed
# %% before
import torch
def loss(pred, targ): return ((pred - targ)**2).mean()
# %% fails
loss.backward()
