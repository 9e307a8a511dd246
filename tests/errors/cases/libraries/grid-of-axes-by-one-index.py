# rule: libraries_plots.several_axes
# source: https://stackoverflow.com/questions/37967786 (ndarray has no attribute plot)
# says: whole row of 2 axes
# says: places\.flat\[n\]\.plot\(\[1, n\]\)
# %% before
import matplotlib.pyplot as plt
fig, places = plt.subplots(2, 2)
# %% fails
for n in range(4):
    places[n].plot([1, n])
# %% mended
for n in range(4):
    places.flat[n].plot([1, n])
