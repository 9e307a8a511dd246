# rule: loaders.no_second_loader
# source: constructed
# says: validation
# says: DataLoaders\(train_dl, valid_dl\)
# %% before
from fastai.vision.all import *
x, y = torch.rand(32, 4), torch.randint(0, 2, (32,))
train_dl = DataLoader(list(zip(x, y)), bs=4); valid_dl = DataLoader(list(zip(x, y)), bs=4)
# %% fails
dls = DataLoaders(train_dl)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
# %% mended
dls = DataLoaders(train_dl, valid_dl)
learn = Learner(dls, nn.Linear(4, 2), loss_func=nn.CrossEntropyLoss())
learn.fit(1)
