# rule: libraries_plot_parts.line_style_with_a_word
# source: constructed
# says: color='green', linestyle=':'
# %% before
import matplotlib.pyplot as plt
fig, ax = plt.subplots()
# %% fails
ax.plot([1, 2], [3, 4], 'green:', label='loss')
# %% mended
ax.plot([1, 2], [3, 4], label='loss', color='green', linestyle=':')
