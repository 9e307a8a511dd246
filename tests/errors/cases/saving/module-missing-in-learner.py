# rule: exports.module_not_installed
# source: https://github.com/timeseriesAI/tsai/issues/702
# says: my_metrics
# says: consequence
# %% before
from fastai.vision.all import *
import sys, types
my_metrics = types.ModuleType('my_metrics')
def f1(p, t): return 1.
f1.__module__ = 'my_metrics'
my_metrics.f1 = f1
sys.modules['my_metrics'] = my_metrics
torch.save({'metrics': [f1]}, 'model.pkl')
del sys.modules['my_metrics']
# %% fails
learn = load_learner('model.pkl')
# %% mended
sys.modules['my_metrics'] = my_metrics
torch.load('model.pkl', weights_only=False)
