# rule: libraries_plot_parts.line_style_with_a_word
# source: constructed
# says: plt.plot\(\[1, 2\], color='red', linestyle='--'\)
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.plot([1, 2], 'red--')
# %% mended
plt.plot([1, 2], color='red', linestyle='--')
