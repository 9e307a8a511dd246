# rule: outputs_as_tensors.tensor_asked_for_an_output
# source: constructed
# says: F\.cross_entropy\(out, targ\)
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
def hf_loss(out, targ): return F.cross_entropy(out.logits, targ)
learn = Learner(dls, nn.Linear(4, 3), loss_func=hf_loss)
# %% fails
learn.fit(1)
# %% mended
def hf_loss(out, targ): return F.cross_entropy(out, targ)
learn = Learner(dls, nn.Linear(4, 3), loss_func=hf_loss)
learn.fit(1)
