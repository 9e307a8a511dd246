# rule: imports_alike.fastai_covered_by_import
# source: constructed
# says: torch\.optim\.lr_scheduler
# says: from fastai\.callback\.tracker import ReduceLROnPlateau
# %% before
from fastai.vision.all import *
feats = torch.randn(48, 5)
marks = torch.randint(0, 4, (48,))
pairs = list(zip(feats, marks))
dls = DataLoaders.from_dsets(pairs[:32], pairs[32:], bs=8, num_workers=0)
head = nn.Sequential(nn.Linear(5, 12), nn.ReLU(), nn.Linear(12, 4))
learner = Learner(dls, head, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
from torch.optim.lr_scheduler import ReduceLROnPlateau
# %% fails
slower = ReduceLROnPlateau(monitor='accuracy', patience=2)
# %% mended
from fastai.callback.tracker import ReduceLROnPlateau
slower = ReduceLROnPlateau(monitor='accuracy', patience=2)
