# rule: not modules_made.class_called_with_data
# source: constructed
# %% before
import torch
from torch import nn
class Words(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.emb = nn.Embedding.from_pretrained(vectors)
        self.head = nn.Linear(vectors.shape[1], 2.5)
vectors = torch.rand(10, 4)
# %% fails
Words(vectors)
