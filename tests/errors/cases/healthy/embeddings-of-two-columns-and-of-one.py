# notice: none
# source: constructed
# %% before
import torch
from torch import nn
n_readers, n_books = 30, 50
pairs = torch.stack([torch.randint(0, 30, (64,)), torch.randint(0, 50, (64,))], dim=1)
stars = torch.randint(1, 6, (64,)).float()
def train(model, *columns):
    opt = torch.optim.Adam(model.parameters())
    for _ in range(2):
        loss = nn.functional.mse_loss(model(*columns), stars)
        opt.zero_grad(); loss.backward(); opt.step()
class Dot(nn.Module):
    def __init__(self):
        super().__init__()
        self.readers, self.books, self.bias = nn.Embedding(n_readers, 4), nn.Embedding(n_books, 4), nn.Embedding(n_books, 1)
    def forward(self, x):
        return (self.readers(x[:, 0]) * self.books(x[:, 1])).sum(1) + self.bias(x[:, 1]).squeeze(1)
class Words(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb, self.pos = nn.Embedding(60, 4), nn.Embedding(2, 4)
    def forward(self, x):
        return (self.emb(x) + self.pos(torch.arange(x.shape[1]))).sum((1, 2))
class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.vecs = nn.Embedding(60, 4)
    def forward(self, x): return (self.vecs(x[:, 0]) * self.vecs(x[:, 1])).sum(1)
class Token(nn.Module):
    def __init__(self):
        super().__init__()
        self.word, self.kind = nn.Embedding(60, 4), nn.Embedding(30, 4)
    def forward(self, token): return (self.word(token) + self.kind(token % 30)).sum(1)
# %% cell
for model in (Dot(), Words(), Pair()): train(model, pairs)
dot, words, pair, token = Dot(), Words(), Pair(), Token()
train(dot, pairs); train(words, pairs); train(pair, pairs); train(token, pairs[:, 0])
