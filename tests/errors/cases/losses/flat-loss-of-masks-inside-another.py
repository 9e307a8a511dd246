# rule: losses_of_masks.axis_of_the_classes
# source: constructed
# says: axis=1
# %% before
from fastai.vision.all import *
guess = torch.randn(3, 5, 7, 6)
truth = torch.randint(0, 5, (3, 7, 6))
# %% fails
class Mixed:
    def __init__(self): self.ce = CrossEntropyLossFlat()
    def __call__(self, p, t): return self.ce(p, t)
Mixed()(guess, truth)
# %% mended
class Mixed:
    def __init__(self): self.ce = CrossEntropyLossFlat(axis=1)
    def __call__(self, p, t): return self.ce(p, t)
Mixed()(guess, truth)
