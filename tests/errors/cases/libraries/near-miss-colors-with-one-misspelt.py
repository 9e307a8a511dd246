# rule: not libraries_colors.classes_for_colors
# source: constructed
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.scatter([1, 2], [1, 2], color=['red', 'bluue'])
