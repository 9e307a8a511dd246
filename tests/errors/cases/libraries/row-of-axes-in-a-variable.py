# rule: libraries_plots.several_axes
# source: constructed
# says: row of 2 axes
# says: \(3, 2\)
# says: spot = grid\.flat\[k\]
# %% before
import matplotlib.pyplot as plt
fig, grid = plt.subplots(3, 2)
# %% fails
for k in range(6):
    spot = grid[k]
    spot.plot([1, k])
    spot.set_title(str(k))
# %% mended
for k in range(6):
    spot = grid.flat[k]
    spot.plot([1, k])
    spot.set_title(str(k))
