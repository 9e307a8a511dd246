# notice: comparisons.shapes_broadcast_in_accuracy
# source: constructed
# %% before
import torch
from torch import nn
preds = torch.rand(40, 1); targs = torch.randint(0, 2, (40,)).float()
class Trainer:
    @staticmethod
    def score(p, t): return ((p > .5) == t).float().mean()
    def evaluate(self, p, t): return self.score(p, t)
both = {'t': Trainer()}
def run(trainer, p, t): return trainer.evaluate(p, t)
# %% cell
print(run(both['t'], preds, targs))
