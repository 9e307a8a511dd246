# rule: losses_of_masks.binary_for_many_classes
# source: https://github.com/fastai/fastai/issues/2497
# says: 3 channels
# says: lrn\.loss_func = CrossEntropyLossFlat\(axis=1\)
# %% before
from fastai.vision.all import *
data = [(torch.rand(3, 8, 8), torch.randint(0, 3, (8, 8))) for _ in range(8)]
dls = DataLoaders.from_dsets(data, data, bs=4, num_workers=0)
lrn = Learner(dls, nn.Conv2d(3, 3, 1), loss_func=CrossEntropyLossFlat(axis=1))
# %% fails
lrn.loss_func = nn.BCEWithLogitsLoss()
lrn.fit(1)
# %% mended
lrn.loss_func = CrossEntropyLossFlat(axis=1)
lrn.fit(1)
