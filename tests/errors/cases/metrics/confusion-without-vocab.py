# rule: fastai_metrics_called.no_classes_to_confuse
# source: constructed
# says: vocab
# says: confusion_matrix
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
ds = list(zip(x, y))
dls = DataLoaders.from_dsets(ds, ds, bs=16, num_workers=0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=CrossEntropyLossFlat())
# %% fails
interp = ClassificationInterpretation.from_learner(learn)
interp.plot_confusion_matrix()
# %% mended
import sklearn.metrics as skm
preds, targs = learn.get_preds()
skm.confusion_matrix(targs, preds.argmax(dim=1))
