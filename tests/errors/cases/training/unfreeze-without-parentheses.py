# rule: methods_uncalled.method_not_called
# source: constructed
# says: unfreeze
# says: make tuned anew
# says: ^(?!.*tuned = tuned\.unfreeze).*tuned\.unfreeze\(\)
# %% before
from fastai.vision.all import *
rows = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(rows[:24], rows[24:], bs=8, num_workers=0)
# %% fails
tuned = Learner(dls, nn.Linear(5, 3), loss_func=CrossEntropyLossFlat())
tuned = tuned.unfreeze
tuned.fit(1)
# %% mended
tuned = Learner(dls, nn.Linear(5, 3), loss_func=CrossEntropyLossFlat())
tuned.unfreeze()
tuned.fit(1)
