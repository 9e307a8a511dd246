# rule: covered_names.given_to_a_value
# source: constructed
# says: error_rate is a number now
# says: error_rate = error_rate\(probs, labels\) has overwritten
# says: from fastai\.metrics import error_rate
# says: err = error_rate\(probs, labels\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3), i % 2) for i in range(8)]
dls = DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0)
probs, labels = torch.rand(4, 2), torch.tensor([0, 1, 1, 0])
error_rate = error_rate(probs, labels)
# %% fails
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss(), metrics=[error_rate])
learn.fit(1)
# %% mended
from fastai.metrics import error_rate
err = error_rate(probs, labels)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss(), metrics=[error_rate])
learn.fit(1)
