# rule: fastai_metrics_called.interpretation_without_classes
# source: constructed
# says: ClassificationInterpretation\.from_learner\(learn\)
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y)); dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
learn = Learner(dls, nn.Linear(4, 2), loss_func=CrossEntropyLossFlat())
interp = Interpretation.from_learner(learn)
# %% fails
interp.most_confused()
