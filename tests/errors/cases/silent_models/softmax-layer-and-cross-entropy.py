# notice: losses.activation_twice
# source: https://discuss.pytorch.org/t/softmax-cross-entropy-loss/125383
# says: Softmax
# says: CrossEntropyLoss
# says: Remove
# %% before
from fastai.vision.all import *
x = torch.randn(64, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y))[:48], list(zip(x, y))[48:], bs=16, num_workers=0)
# %% cell
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2), nn.Softmax(dim=1))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
# %% mended
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, model, loss_func=nn.CrossEntropyLoss(), metrics=accuracy)
