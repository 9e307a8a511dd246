# rule: libraries_plots.several_axes
# source: constructed
# says: row of 2 axes
# says: for spot, k in zip\(grid\.flat, range\(6\)\):
# %% before
import matplotlib.pyplot as plt
fig, grid = plt.subplots(3, 2)
# %% fails
for spot, k in zip(grid, range(6)):
    spot.bar([1, 2], [k, k])
# %% mended
for spot, k in zip(grid.flat, range(6)):
    spot.bar([1, 2], [k, k])
