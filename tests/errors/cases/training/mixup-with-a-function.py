# rule: mixed_labels.labels_are_mixed
# source: constructed
# says: F.cross_entropy has
# says: trainer.loss_func = CrossEntropyLossFlat\(\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(3, 8, 8), i % 2) for i in range(16)]
dls = DataLoaders.from_dsets(pairs, pairs, bs=4, num_workers=0)
net = nn.Sequential(nn.Flatten(), nn.Linear(192, 2))
# %% fails
trainer = Learner(dls, net, loss_func=F.cross_entropy, cbs=CutMix())
trainer.fit(1)
# %% mended
trainer = Learner(dls, net, loss_func=F.cross_entropy, cbs=CutMix())
trainer.loss_func = CrossEntropyLossFlat()
trainer.fit(1)
