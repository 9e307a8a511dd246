# notice: begins_at_zero.never_the_best
# source: constructed
# %% before
import math
vals=[.5,.4,.3]
# %% cell
BEST_LOSS = 0
for loss in vals:
    if loss < BEST_LOSS:
        BEST_LOSS = loss
        print('new')
# %% mended
BEST_LOSS = math.inf
for loss in vals:
    if loss < BEST_LOSS:
        BEST_LOSS = loss
        print('new')
