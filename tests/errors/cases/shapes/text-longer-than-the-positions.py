# rule: label_numbers.embedding_too_small
# source: constructed
# says: context\s+length
# says: gpt\(ids\[:,\s+-8:\]\)
# %% before
import torch
from torch import nn
class GPT(nn.Module):
    def __init__(self, vocab=50, context=8, dim=4):
        super().__init__()
        self.tok, self.pos = nn.Embedding(vocab, dim), nn.Embedding(context, dim)
        self.head = nn.Linear(dim, vocab)
    def forward(self, idx):
        positions = torch.arange(idx.shape[1])
        return self.head(self.tok(idx) + self.pos(positions))
gpt = GPT()
# %% fails
ids = torch.tensor([[1, 2, 3]])
for _ in range(10):
    with torch.no_grad():
        logits = gpt(ids)
    ids = torch.cat([ids, logits[:, -1].argmax(-1, keepdim=True)], dim=1)
# %% mended
ids = torch.tensor([[1, 2, 3]])
for _ in range(10):
    with torch.no_grad():
        logits = gpt(ids[:, -8:])
    ids = torch.cat([ids, logits[:, -1].argmax(-1, keepdim=True)], dim=1)
