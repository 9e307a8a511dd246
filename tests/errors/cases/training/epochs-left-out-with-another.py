# rule: not keywords_lost.kept_under_another_name
# source: constructed
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3), i % 2) for i in range(8)]
dls = DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0)
learn = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss())
# %% fails
learn.fine_tune(base_lr=1e-3)
