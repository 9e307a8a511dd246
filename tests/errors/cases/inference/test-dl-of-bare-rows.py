# rule: bare_items.no_tuples
# source: https://forums.fast.ai/t/learn-get-preds-with-custom-dataloader/69246
# says: tuple
# says: new_rows
# says: test_dl\(\[\(o,\) for o in new_rows\]\)
# %% before
from fastai.vision.all import *
rows = torch.rand(24, 3); marks = (rows.sum(1) > 1.5).long()
pairs = list(zip(rows, marks))
dls = DataLoaders.from_dsets(pairs, pairs, bs=8, num_workers=0)
learner = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat())
new_rows = torch.rand(6, 3)
# %% fails
dl = dls.test_dl(new_rows)
probs, _ = learner.get_preds(dl=dl)
# %% mended
dl = dls.test_dl([(o,) for o in new_rows])
probs, _ = learner.get_preds(dl=dl)
