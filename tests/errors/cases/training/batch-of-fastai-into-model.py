# rule: batches_whole.batch_given_to_model
# source: constructed
# says: first is a whole batch of dls: a tuple of 2 tensors
# says: out = learn\.model\(first\[0\]\)
# %% before
from fastai.vision.all import *
rows = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(rows[:24], rows[24:], bs=8, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3)), loss_func=CrossEntropyLossFlat())
# %% fails
first = dls.one_batch()
out = learn.model(first)
# %% mended
first = dls.one_batch()
out = learn.model(first[0])
