# rule: libraries_plot_parts.other_side_s_name
# source: constructed
# says: plt.title\('a'\)
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.set_title('a')
# %% mended
plt.title('a')
