# rule: rates_suggested.suggestion_as_number
# source: https://forums.fast.ai/t/lr-find-returns-suggestedlrs/86290
# says: found\.valley
# says: a named tuple|tuple
# %% before
from fastai.basics import *

pairs = [(torch.rand(3), torch.rand(1)) for _ in range(64)]
both = DataLoaders.from_dsets(pairs[:48], pairs[48:], bs=4, num_workers=0)
learner = Learner(both, nn.Linear(3, 1), loss_func=MSELossFlat())
found = learner.lr_find(num_it=15, show_plot=False)
# %% fails
learner.fit_one_cycle(1, slice(found / 10, found))
# %% mended
found = found.valley
learner.fit_one_cycle(1, slice(found / 10, found))
