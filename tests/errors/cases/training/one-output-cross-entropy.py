# notice: training.one_output_cross_entropy
# source: constructed
# says: one output
# says: softmax
# says: always 0
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
# %% cell
learn = Learner(dls, nn.Linear(4, 1), loss_func=CrossEntropyLossFlat())
# %% mended
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
