# rule: schedules_combined.parts_of_the_whole
# source: constructed
# says: rounded
# says: 1 - 0\.7 - 0\.2
# %% before
from fastai.vision.all import *
up, flat, down = SchedCos(1e-4, 1e-2), SchedNo(1e-2, 1e-2), SchedCos(1e-2, 1e-5)
# %% fails
plan = combine_scheds([0.7, 0.2, 0.1], [up, flat, down])
# %% mended
plan = combine_scheds([0.7, 0.2, 1 - 0.7 - 0.2], [up, flat, down])
