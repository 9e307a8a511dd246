# notice: groups.nothing_to_freeze
# source: https://github.com/timeseriesAI/tsai/issues/51
# says: froze\s+nothing
# says: not\s+n\.startswith\('head\.'\)
# says: params\(m\.head\)
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(6), i % 2) for i in range(40)]
dls = DataLoaders.from_dsets(pairs[:30], pairs[30:], bs=10, num_workers=0)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body, self.head = nn.Linear(6, 8), nn.Linear(8, 2)

    def forward(self, x):
        return self.head(F.relu(self.body(x)))


# %% cell
learn = Learner(dls, Net(), loss_func=nn.CrossEntropyLoss())
learn.freeze()
learn.fit_one_cycle(1, 1e-2)
# %% mended
learn = Learner(
    dls,
    Net(),
    loss_func=nn.CrossEntropyLoss(),
    splitter=lambda m: [[p for n, p in m.named_parameters() if not n.startswith("head.")], params(m.head)],
)
learn.freeze()
learn.fit_one_cycle(1, 1e-2)
