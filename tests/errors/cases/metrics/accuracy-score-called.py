# rule: metrics_of_sklearn.called_without_data
# source: constructed
# says: metric = accuracy
# %% before
from fastai.vision.all import *
from sklearn.metrics import precision_score, accuracy_score, f1_score
import sklearn.metrics as skm
ds = [(torch.rand(4), i % 3) for i in range(12)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
# %% fails
metric = skm.accuracy_score()
learn = Learner(dls, nn.Linear(4, 3), nn.CrossEntropyLoss(), metrics=metric)
learn.fit(1)
# %% mended
metric = accuracy
learn = Learner(dls, nn.Linear(4, 3), nn.CrossEntropyLoss(), metrics=metric)
learn.fit(1)
