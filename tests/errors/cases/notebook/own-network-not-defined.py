# rule: notebook_undefined.never_defined
# source: constructed
# says: Net is not defined: no cell that has run
# %% before
from fastai.vision.all import *
# %% fails
classifier = Net()
# %% mended
class Net(nn.Module):
    pass
classifier = Net()
