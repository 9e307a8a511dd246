# rule: inference_preds.dict_by_tensor
# source: constructed
# says: names\[i\.item\(\)\]
# %% before
import torch
names = {0: 'cat', 1: 'dog'}
preds = torch.tensor([[.9, .1], [.2, .8]])
# %% fails
[names[i] for i in preds.argmax(1)]
# %% mended
[names[i.item()] for i in preds.argmax(1)]
