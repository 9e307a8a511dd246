# notice: none
# source: fastbook, chapter 12
# %% before
from fastai.text.all import *
seqs = L((tensor([i % 5, (i+1) % 5, (i+2) % 5]), (i+3) % 5) for i in range(200))
vocab = list("abcde")
# %% cell
bs = 16
cut = int(len(seqs) * 0.8)
dls = DataLoaders.from_dsets(seqs[:cut], seqs[cut:], bs=bs, shuffle=False, num_workers=0)
class LMModel2(Module):
    def __init__(self, vocab_sz, n_hidden):
        self.i_h = nn.Embedding(vocab_sz, n_hidden)
        self.h_h = nn.Linear(n_hidden, n_hidden)
        self.h_o = nn.Linear(n_hidden, vocab_sz)
    def forward(self, x):
        h = 0
        for i in range(3):
            h = h + self.i_h(x[:,i])
            h = F.relu(self.h_h(h))
        return self.h_o(h)
learn = Learner(dls, LMModel2(len(vocab), 16), loss_func=F.cross_entropy, metrics=accuracy)
learn.fit_one_cycle(1, 1e-3)
