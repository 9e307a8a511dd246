# rule: layers_as_tensors.given_like_a_tensor
# source: constructed
# says: table is a layer \(Embedding\), not a tensor
# says: total = torch\.sum\(table\.weight\)
# %% before
import torch
table = torch.nn.Embedding(5, 3)
# %% fails
total = torch.sum(table)
# %% mended
total = torch.sum(table.weight)
