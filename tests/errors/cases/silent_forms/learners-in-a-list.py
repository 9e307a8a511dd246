# notice: losses.activation_twice
# source: constructed
# %% before
from fastai.vision.all import *
items = [(torch.randn(3), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(items, items, bs=4, num_workers=0, device='cpu')
learners = [Learner(dls, nn.Sequential(nn.Linear(3, 2), nn.Softmax(dim=1)), loss_func=F.cross_entropy)]
x = torch.randn(4, 3); y = torch.zeros(4).long()
# %% cell
loss = F.cross_entropy(learners[0].model(x), y)
