# rule: fastai_metrics_called.no_classes_to_confuse
# source: constructed
# says: regression
# says: top_losses
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = x.sum(1, keepdim=True)
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
learn = Learner(dls, model, loss_func=MSELossFlat())
# %% fails
interp = ClassificationInterpretation.from_learner(learn)
# %% mended
interp = Interpretation.from_learner(learn)
interp.top_losses(9)
