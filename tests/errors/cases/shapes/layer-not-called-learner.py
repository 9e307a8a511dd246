# rule: layers_uncalled.layer_for_its_result
# source: constructed
# says: x = self\.fc\(x\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), 1)] * 8
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
class Net(Module):
    def __init__(self): self.fc = nn.Linear(4, 2)
    def forward(self, x):
        x = self.fc
        return x
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
# %% mended
class Net(Module):
    def __init__(self): self.fc = nn.Linear(4, 2)
    def forward(self, x):
        x = self.fc(x)
        return x
learn = Learner(dls, Net(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
