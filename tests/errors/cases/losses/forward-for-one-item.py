# rule: losses.batches_differ
# source: https://github.com/ohmeow/blurr/issues/15
# says: written\s+for\s+one\s+item
# says: pooled = h\.mean\(dim=1\)
# %% before
from fastai.basics import *
X, y = torch.randint(0, 50, (24, 6)), torch.randint(0, 2, (24,))
dls = DataLoaders.from_dsets(list(zip(X[:16], y[:16])), list(zip(X[16:], y[16:])), bs=8, num_workers=0)
class Texts(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.out = nn.Embedding(50, 8), nn.Linear(8, 2)
    def forward(self, x):
        h = self.emb(x)
        pooled = h[0].mean(dim=0)
        return self.out(pooled).unsqueeze(0)
learn = Learner(dls, Texts(), loss_func=CrossEntropyLossFlat())
# %% fails
learn.fit(1)
# %% mended
class Texts(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.out = nn.Embedding(50, 8), nn.Linear(8, 2)
    def forward(self, x):
        h = self.emb(x)
        pooled = h.mean(dim=1)
        return self.out(pooled)
learn = Learner(dls, Texts(), loss_func=CrossEntropyLossFlat())
learn.fit(1)
