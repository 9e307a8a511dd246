# notice: plain_tensors.bias_not_a_parameter
# source: https://github.com/fastai/fastbook (chapter 8)
# says: self\.item_bias\s+of\s+Dot\s+is\s+a\s+plain\s+tensor
# says: self\.item_bias\s+=\s+nn\.Parameter\(torch\.zeros\(n_items\)\)
# %% before
from fastai.vision.all import *

pairs = [(torch.tensor([i % 5, i % 7]), float(i % 4)) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:30], pairs[30:], bs=10, num_workers=0)


# %% cell
class Dot(nn.Module):
    def __init__(self, n_items):
        super().__init__()
        self.first, self.second = nn.Embedding(5, 3), nn.Embedding(7, 3)
        self.item_bias = torch.zeros(n_items)

    def forward(self, x):
        return (self.first(x[:, 0]) * self.second(x[:, 1])).sum(1) + self.item_bias[x[:, 1]]


learn = Learner(dls, Dot(7), loss_func=MSELossFlat())
learn.fit(1)


# %% mended
class Dot(nn.Module):
    def __init__(self, n_items):
        super().__init__()
        self.first, self.second = nn.Embedding(5, 3), nn.Embedding(7, 3)
        self.item_bias = nn.Parameter(torch.zeros(n_items))

    def forward(self, x):
        return (self.first(x[:, 0]) * self.second(x[:, 1])).sum(1) + self.item_bias[x[:, 1]]


learn = Learner(dls, Dot(7), loss_func=MSELossFlat())
learn.fit(1)
