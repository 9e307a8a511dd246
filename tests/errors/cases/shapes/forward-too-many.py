# rule: modules.forward_arguments
# source: https://discuss.pytorch.org/t/forward-takes-2-positional-arguments-but-3-were-given-for-nn-sqeuential-with-linear-layers/65698
# says: n_inp
# says: 2
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.rand(4), i % 2) for i in range(8)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
class Net(Module):
    def __init__(self): self.lin = nn.Linear(4, 2)
    def forward(self, x): return self.lin(x)
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fit(1)
