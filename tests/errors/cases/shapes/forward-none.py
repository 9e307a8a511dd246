# rule: modules.forward_missing
# source: constructed
# says: no method `?forward
# says: class Net
# %% before
from fastai.vision.all import *
class Net(Module):
    def __init__(self): self.lin = nn.Linear(2, 2)
net = Net()
# %% fails
net(torch.rand(1, 2))
