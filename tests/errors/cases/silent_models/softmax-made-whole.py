# notice: cut_probabilities.probabilities_cut_to_zero
# source: constructed
# says: probs\.long\(\) drops what is behind the point
# says: probs\.argmax\(dim=-1\)
# %% before
import torch
outs, y = torch.randn(20, 3), torch.randint(0, 3, (20,))
# %% cell
probs = outs.softmax(dim=1)
labels = probs.long()
# %% mended
probs = outs.softmax(dim=1)
labels = probs.argmax(dim=-1)
