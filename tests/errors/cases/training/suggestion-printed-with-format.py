# rule: rates_suggested.suggestion_as_number
# source: constructed
# says: rate\.valley
# %% before
from fastai.basics import *

pairs = [(torch.rand(3), torch.rand(1)) for _ in range(64)]
both = DataLoaders.from_dsets(pairs[:48], pairs[48:], bs=4, num_workers=0)
learner = Learner(both, nn.Linear(3, 1), loss_func=MSELossFlat())
rate = learner.lr_find(num_it=15, show_plot=False)
# %% fails
print(f"suggested: {rate:.1e}")
# %% mended
rate = rate.valley
print(f"suggested: {rate:.1e}")
