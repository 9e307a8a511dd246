# rule: covered_libraries.asked_of_a_value
# source: constructed
# says: F is the string 'c' here, not the module torch\.nn\.functional
# says: for F in 'abc': in cell \[2\]
# says: run this line\s+again
# says: import torch\.nn\.functional as F
# %% before
from fastai.vision.all import *
def activate(x): return F.relu(x)
# %% before
for F in 'abc': print(F)
# %% fails
activate(torch.rand(3))
# %% mended
import torch.nn.functional as F
activate(torch.rand(3))
