# rule: inference_preds.probability_by_name
# source: https://github.com/fastai/fastai/issues/2273
# says: parts\s+with\s+preds\['aux'\]\s+out
# %% before
from fastai.basics import *
X, y = torch.rand(24, 4), torch.randint(0, 3, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
def both(preds, targ):
    return (F.cross_entropy(preds['out'], targ)
            + .3 * F.cross_entropy(preds['aux'], targ))
learn = Learner(dls, nn.Linear(4, 3), loss_func=both)
# %% fails
learn.fit(1)
