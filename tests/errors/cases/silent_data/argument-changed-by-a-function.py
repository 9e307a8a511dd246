# notice: copies.argument_changed_too
# source: constructed
# says: before\s+is\s+the|and\s+before\s+are\s+the\s+same
# says: after\s+=\s+brighten\(before\.copy\(\),\s+40\)
# %% before
import numpy as np
def brighten(pic, by):
    out = pic
    out[out > 255 - by] = 255 - by
    out += by
    return out
# %% cell
before = np.random.randint(0, 255, (16, 16, 3))
after = brighten(before, 40)
changed = np.abs(after - before).mean()
# %% mended
before = np.random.randint(0, 255, (16, 16, 3))
after = brighten(before.copy(), 40)
changed = np.abs(after - before).mean()
