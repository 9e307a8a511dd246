# notice: losses.activation_twice
# source: constructed
# %% before
from fastai.vision.all import *
items = [(torch.randn(3), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(items, items, bs=4, num_workers=0, device='cpu')
net = nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1))
def learner_of(dls, net): return Learner(dls, net, loss_func=CrossEntropyLossFlat())
# %% cell
learn = learner_of(dls, net)
learn.fit(1)
