# rule: validated.metrics_missing
# source: constructed
# says: the loss alone
# says: metrics=accuracy
# says: marker\.metrics = \[accuracy\]\s+l, test_acc = marker\.validate\(\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
def two(folder): return DataLoaders.from_dsets(pairs[:24], pairs[24:], bs=8, num_workers=0, path=folder)
def net(): return nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3))
marker = Learner(two('.'), net(), loss_func=CrossEntropyLossFlat())
# %% fails
l, test_acc = marker.validate()
# %% mended
marker.metrics = [accuracy]
l, test_acc = marker.validate()
