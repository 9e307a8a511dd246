# rule: exports.no_saved_weights
# source: constructed
# says: few_learner saved it there
# says: many_learner\.load\(Path\('shells_few/models/second'\)\.absolute\(\)\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
def two(folder): return DataLoaders.from_dsets(pairs[:24], pairs[24:], bs=8, num_workers=0, path=folder)
def net(): return nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3))
few_learner = Learner(two('shells_few'), net(), loss_func=CrossEntropyLossFlat())
few_learner.save('second')
many_learner = Learner(two('shells_many'), net(), loss_func=CrossEntropyLossFlat())
# %% fails
many_learner.load('second')
# %% mended
many_learner.load(Path('shells_few/models/second').absolute())
