# rule: memory.no_main_memory
# source: https://discuss.pytorch.org/t/efficient-distance-matrix-computation/9065
# says: GB
# says: \(150000, 150000, 300\)
# says: return torch\.cat\(\[\(torch\.cdist\(part, vecs\) \*\* 2\)\.argmax\(dim=1\) for part in vecs\.split\(894\)\]\)
# %% before
import torch
words = torch.rand(150000, 300)
# %% fails
def farthest(vecs):
    gaps = vecs.unsqueeze(1) - vecs.unsqueeze(0)
    dist = gaps.pow(2).sum(dim=2)
    return dist.argmax(dim=1)

far = farthest(words)
# %% mended
def farthest(vecs):
    return torch.cat([(torch.cdist(part, vecs) ** 2).argmax(dim=1) for part in vecs.split(894)])

far = farthest(words[:2000])
