# notice: lookups.same_column_for_all
# source: constructed
# says: never\s+uses\s+book
# says: self\.books\(book\)
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
        self.readers, self.books = nn.Embedding(n_readers, 4), nn.Embedding(n_books, 4)
    def forward(self, reader, book):
        return (self.readers(reader) * self.books(reader)).sum(1)
# %% cell
taste = Taste()
train(taste, pairs[:, 0], pairs[:, 1])
# %% mended
class Taste(nn.Module):
    def __init__(self):
        super().__init__()
        self.readers, self.books = nn.Embedding(n_readers, 4), nn.Embedding(n_books, 4)
    def forward(self, reader, book):
        return (self.readers(reader) * self.books(book)).sum(1)
taste = Taste()
train(taste, pairs[:, 0], pairs[:, 1])
