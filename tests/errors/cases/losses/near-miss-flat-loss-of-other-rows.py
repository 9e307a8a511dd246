# rule: not losses_of_masks.axis_of_the_classes
# source: constructed
# %% before
from fastai.vision.all import *
guess = torch.randn(3, 5, 7, 6)
truth = torch.randint(0, 5, (3, 7, 6))
# %% fails
CrossEntropyLossFlat()(torch.randn(8, 4), torch.randint(0, 4, (7,)))
