# rule: memory.no_main_memory
# source: constructed
# says: for part in vecs\.split\(\d+\):
# says: gaps = part\[:, None\] - vecs\[None\]
# %% before
import torch
words = torch.rand(150000, 300)
# %% fails
def spread(vecs):
    gaps = vecs[:, None] - vecs[None]
    return gaps.abs().mean()

far = spread(words)
# %% mended
def spread(vecs):
    return torch.stack([(part[:, None] - vecs[None]).abs().mean() for part in vecs.split(8)]).mean()

far = spread(words[:64])
