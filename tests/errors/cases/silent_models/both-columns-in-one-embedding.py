# notice: lookups.same_column_for_all
# source: constructed
# says: book_vecs\s+is\s+never\s+used
# says: self\.book_vecs\(x\[:,\s+1\]\)
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
class Taste(nn.Module):
    def __init__(self):
        super().__init__()
        self.reader_vecs, self.book_vecs = nn.Embedding(60, 4), nn.Embedding(n_books, 4)
    def forward(self, x):
        reader, book = x[:, 0], x[:, 1]
        return (self.reader_vecs(reader) * self.reader_vecs(book)).sum(1)
# %% cell
taste = Taste()
train(taste, pairs)
# %% mended
class Taste(nn.Module):
    def __init__(self):
        super().__init__()
        self.reader_vecs, self.book_vecs = nn.Embedding(60, 4), nn.Embedding(n_books, 4)
    def forward(self, x):
        reader, book = x[:, 0], x[:, 1]
        return (self.reader_vecs(reader) * self.book_vecs(book)).sum(1)
taste = Taste()
train(taste, pairs)
