# rule: notebook_undefined.never_defined
# source: constructed
# says: ConvNet is not defined: no cell that has run
# %% before
from fastai.vision.all import *
# %% fails
model = ConvNet(10)
# %% mended
class ConvNet(nn.Module):
    def __init__(self, n): super().__init__()
model = ConvNet(10)
