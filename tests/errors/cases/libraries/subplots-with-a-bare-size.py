# rule: libraries_plot_parts.size_by_position
# source: constructed
# says: plt.subplots\(2, 2, figsize=\(10, 5\)\)
# %% before
import matplotlib.pyplot as plt
# %% fails
fig, ax = plt.subplots(2, 2, (10, 5))
# %% mended
fig, ax = plt.subplots(2, 2, figsize=(10, 5))
