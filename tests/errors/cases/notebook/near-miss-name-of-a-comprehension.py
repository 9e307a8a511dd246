# rule: not covered_libraries.asked_of_a_value
# source: constructed
# %% before
import torch
import torch.nn.functional as F
print([F for F in "abc"])
# %% fails
F.crossentropy(torch.rand(3), torch.rand(3))
