# notice: python.made_not_raised
# source: constructed
# says: CancelBatchException\(\)\s+only\s+makes\s+the\s+exception\s+and\s+drops\s+it:\s+nothing\s+is\s+raised,\s+and\s+the\s+batch\s+goes\s+on
# says: raise\s+CancelBatchException\(\)
# %% before
from fastai.vision.all import *
# %% cell
class SkipSome(Callback):
    def before_batch(self):
        if self.iter % 2: CancelBatchException()
# %% mended
class SkipSome(Callback):
    def before_batch(self):
        if self.iter % 2: raise CancelBatchException()
