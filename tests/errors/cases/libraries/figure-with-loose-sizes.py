# rule: libraries_plot_parts.size_by_position
# source: constructed
# says: plt.figure\(figsize=\(10, 5\)\)
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.figure(10, 5)
# %% mended
plt.figure(figsize=(10, 5))
