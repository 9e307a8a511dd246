# rule: memory.no_main_memory
# source: constructed
# says: \(40000, 1, 900\)
# says: \(50000, 900\)
# says: \(40000, 50000, 900\)
# says: queries
# says: part in queries\.split\(
# %% before
import torch
queries, base = torch.rand(40000, 900), torch.rand(50000, 900)
# %% fails
def gaps(p, q): return (p.unsqueeze(1) - q).abs().sum(-1).argmin(1)
nearest = gaps(queries, base)
# %% mended
def gaps(p, q): return (p.unsqueeze(1) - q).abs().sum(-1).argmin(1)
nearest = torch.cat([gaps(part, base) for part in queries[:4].split(2)])
