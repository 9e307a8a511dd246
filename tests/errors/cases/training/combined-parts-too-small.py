# rule: schedules_combined.parts_of_the_whole
# source: constructed
# says: combine_scheds
# says: 0\.3 \+ 0\.6 = 0\.9
# says: \[0\.3, 0\.7\]
# %% before
from fastai.vision.all import *
up, down = SchedCos(1e-4, 1e-2), SchedCos(1e-2, 1e-5)
# %% fails
shape_of_lr = combine_scheds([0.3, 0.6], [up, down])
# %% mended
shape_of_lr = combine_scheds([0.3, 0.7], [up, down])
