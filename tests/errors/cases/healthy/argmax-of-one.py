# notice: none
# source: constructed
# %% before
import torch
probs = torch.rand(3); vocab = ["a", "b", "c"]
# %% cell
vocab[probs.argmax()], probs.argmax() == 1
