# rule: libraries_plot_parts.other_side_s_name
# source: constructed
# says: ax.set_xlabel\('epoch'\)
# %% before
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
# %% fails
ax.xlabel('epoch')
# %% mended
ax.set_xlabel('epoch')
