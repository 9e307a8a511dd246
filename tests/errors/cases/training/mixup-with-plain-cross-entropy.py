# rule: mixed_labels.labels_are_mixed
# source: https://forums.fast.ai/t/mixup-with-custom-loss-function/83417
# says: MixUp
# says: nn\.CrossEntropyLoss|CrossEntropyLoss
# says: CrossEntropyLossFlat\(\)
# says: int64
# %% before
from fastai.vision.all import *
rows = torch.rand(24, 3); marks = (rows.sum(1) > 1.5).long()
pairs = list(zip(rows, marks))
dls = DataLoaders.from_dsets(pairs, pairs, bs=8, num_workers=0)
# %% fails
learner = Learner(dls, nn.Linear(3, 2), loss_func=nn.CrossEntropyLoss(), cbs=MixUp())
learner.fit(1)
# %% mended
learner = Learner(dls, nn.Linear(3, 2), loss_func=CrossEntropyLossFlat(), cbs=MixUp())
learner.fit(1)
