# rule: libraries_plot_parts.labels_of_a_pie
# source: constructed
# says: labels=counts.index
# %% before
import pandas as pd
import matplotlib.pyplot as plt
counts = pd.Series(['a', 'b', 'a', 'c']).value_counts()
# %% fails
plt.pie(counts, labels=['a', 'b'])
# %% mended
plt.pie(counts, labels=counts.index)
