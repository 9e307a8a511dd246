# rule: normalizing.stats_not_unpacked
# source: constructed
# says: from_stats\(\*stats\)
# %% before
from fastai.vision.all import *
# %% fails
stats = ([0.5, 0.5, 0.5], [0.2, 0.2, 0.2])
norm = Normalize.from_stats(stats)
# %% mended
stats = ([0.5, 0.5, 0.5], [0.2, 0.2, 0.2])
norm = Normalize.from_stats(*stats)
