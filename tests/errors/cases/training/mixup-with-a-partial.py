# rule: mixed_labels.labels_are_mixed
# source: constructed
# says: CrossEntropyLossFlat\(label_smoothing=0.1\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3, 8, 8), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0)
net = nn.Sequential(nn.Flatten(), nn.Linear(192, 2))
# %% fails
learn = Learner(dls, net, loss_func=partial(F.cross_entropy, label_smoothing=0.1), cbs=MixUp())
learn.fit(1)
# %% mended
learn = Learner(dls, net, loss_func=partial(F.cross_entropy, label_smoothing=0.1), cbs=MixUp())
learn.loss_func = CrossEntropyLossFlat(label_smoothing=0.1)
learn.fit(1)
