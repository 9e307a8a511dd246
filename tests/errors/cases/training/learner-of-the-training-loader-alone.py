# rule: fits.learner_made_of
# source: https://github.com/NVIDIA/sentiment-discovery/issues/78
# says: dls = DataLoaders\(train_loader, val_loader\)
# says: learner = Learner\(dls, model, loss_func=nn\.CrossEntropyLoss\(\)\)
# %% before
from fastai.basics import *
from fastai.callback.all import *
import torch.utils.data as tud
ds = tud.TensorDataset(torch.rand(24, 4), torch.randint(0, 3, (24,)))
train_loader, val_loader = tud.DataLoader(ds, batch_size=8, shuffle=True), tud.DataLoader(ds, batch_size=8)
model = nn.Linear(4, 3)
learner = Learner(train_loader, model, loss_func=nn.CrossEntropyLoss())
# %% fails
learner.fit(1)
# %% mended
dls = DataLoaders(train_loader, val_loader)
learner = Learner(dls, model, loss_func=nn.CrossEntropyLoss())
learner.fit(1)
