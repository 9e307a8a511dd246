# rule: losses_of_masks.axis_of_the_classes
# source: constructed
# says: FocalLossFlat\(gamma=1.0, axis=1\)
# %% before
from fastai.vision.all import *
guess = torch.randn(3, 5, 7, 6)
truth = torch.randint(0, 5, (3, 7, 6))
# %% fails
how_bad = FocalLossFlat(gamma=1.0)(guess, truth)
# %% mended
how_bad = FocalLossFlat(gamma=1.0, axis=1)(guess, truth)
