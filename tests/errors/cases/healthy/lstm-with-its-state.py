# notice: none
# source: constructed
# %% before
import torch
from torch import nn
import torch.nn.functional as F
xs = torch.randint(0, 10, (6, 8)); ys = torch.randint(0, 10, (6, 8))
# %% cell
class LM(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.rnn, self.out = nn.Embedding(10, 8), nn.LSTM(8, 8, 2, batch_first=True, dropout=0.2), nn.Linear(8, 10)
        self.h = [torch.zeros(2, 6, 8) for _ in range(2)]
    def forward(self, x):
        res, h = self.rnn(self.emb(x), self.h)
        self.h = [h_.detach() for h_ in h]
        return self.out(res)
lm = LM()
opt = torch.optim.Adam(lm.parameters(), 1e-2)
for epoch in range(2):
    loss = F.cross_entropy(lm(xs).flatten(0, 1), ys.flatten())
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f'{loss:.3f}')
