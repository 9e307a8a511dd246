# rule: methods_uncalled.method_not_called
# source: constructed
# says: one_batch
# says: first_x, first_y = dls\.one_batch\(\)
# %% before
from fastai.vision.all import *
rows = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(rows[:24], rows[24:], bs=8, num_workers=0)
# %% fails
first_x, first_y = dls.one_batch
# %% mended
first_x, first_y = dls.one_batch()
