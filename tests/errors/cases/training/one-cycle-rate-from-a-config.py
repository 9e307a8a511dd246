# rule: fits.rate_is_no_number
# source: constructed
# says: mover\.fit_one_cycle\(1, float\(settings\['rate'\]\)\)
# %% before
from fastai.vision.all import *
settings = {'rate': '2e-3'}
pairs = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(pairs[:24], pairs[24:], bs=8, num_workers=0)
mover = Learner(dls, nn.Linear(5, 3), loss_func=CrossEntropyLossFlat())
# %% fails
mover.fit_one_cycle(1, settings['rate'])
# %% mended
mover.fit_one_cycle(1, float(settings['rate']))
