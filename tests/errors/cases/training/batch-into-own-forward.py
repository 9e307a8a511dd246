# rule: batches_whole.batch_given_to_model
# source: constructed
# says: piece is a whole batch of loader
# says: return model\(piece\[0\]\)
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
class Digits(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(16, 10)
    def forward(self, pics):
        pics = pics.view(pics.size(0), -1)
        return self.out(pics)
digits = DataLoader(TensorDataset(torch.rand(20, 4, 4), torch.randint(0, 10, (20,))), batch_size=5)
# %% fails
def first_answer(model, loader):
    for piece in loader:
        return model(piece)
first_answer(Digits(), digits)
# %% mended
def first_answer(model, loader):
    for piece in loader:
        return model(piece[0])
first_answer(Digits(), digits)
