# rule: device_words.unknown_word
# source: constructed
# says: torch\.backends\.mps\.is_available
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
dls.to('mps0')
# %% mended
dls.to('mps' if torch.backends.mps.is_available() else 'cpu')
