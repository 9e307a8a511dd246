# rule: fastai_metrics.classes_of_pixels
# source: constructed
# says: axis=1
# says: pixel
# %% before
from fastai.vision.all import *
out = torch.randn(2, 3, 8, 8); mask = torch.randint(0, 3, (2, 8, 8))
# %% fails
accuracy(out, mask)
# %% mended
accuracy(out, mask, axis=1)
