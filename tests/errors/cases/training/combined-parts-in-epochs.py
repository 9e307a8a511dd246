# rule: schedules_combined.parts_of_the_whole
# source: constructed
# says: \[0\.3, 0\.7\]
# %% before
from fastai.vision.all import *
# %% fails
plan = combine_scheds([3, 7], [SchedLin(1e-4, 1e-2), SchedCos(1e-2, 1e-5)])
# %% mended
plan = combine_scheds([0.3, 0.7], [SchedLin(1e-4, 1e-2), SchedCos(1e-2, 1e-5)])
