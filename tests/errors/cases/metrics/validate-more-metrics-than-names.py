# rule: validated.metrics_missing
# source: constructed
# says: vl, good, error_rate_value = marker\.validate\(\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
def two(folder): return DataLoaders.from_dsets(pairs[:24], pairs[24:], bs=8, num_workers=0, path=folder)
def net(): return nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3))
marker = Learner(two('.'), net(), loss_func=CrossEntropyLossFlat(), metrics=[accuracy, error_rate])
# %% fails
vl, good = marker.validate()
# %% mended
vl, good, error_rate_value = marker.validate()
