# rule: losses_of_masks.axis_of_the_classes
# source: constructed
# says: 5 classes on axis 1
# says: CrossEntropyLossFlat\(axis=1\)
# %% before
from fastai.vision.all import *
guess = torch.randn(3, 5, 7, 6)
truth = torch.randint(0, 5, (3, 7, 6))
# %% fails
ce = CrossEntropyLossFlat()
how_bad = ce(guess, truth)
# %% mended
ce = CrossEntropyLossFlat(axis=1)
how_bad = ce(guess, truth)
