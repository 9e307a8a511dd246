# rule: losses.classes_are_last
# source: constructed
# says: \(5, 6, 30\)
# says: flatten|Flat
# says: learn\.loss_func = CrossEntropyLossFlat\(\)
# %% before
from fastai.text.all import *
rows = [(torch.arange(i, i + 6) % 30, torch.arange(i + 1, i + 7) % 30) for i in range(40)]
class Words(Module):
    def __init__(self): self.emb, self.rnn, self.out = nn.Embedding(30, 8), nn.LSTM(8, 8, batch_first=True), nn.Linear(8, 30)
    def forward(self, x):
        res, _ = self.rnn(self.emb(x))
        return self.out(res)
dls = DataLoaders.from_dsets(rows[:30], rows[30:], bs=5, num_workers=0)
# %% fails
learn = Learner(dls, Words(), loss_func=nn.CrossEntropyLoss())
learn.fit_one_cycle(1, 1e-2)
# %% mended
learn = Learner(dls, Words(), loss_func=nn.CrossEntropyLoss())
learn.loss_func = CrossEntropyLossFlat()
learn.fit_one_cycle(1, 1e-2)
