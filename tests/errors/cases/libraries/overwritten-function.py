# rule: libraries_plots.overwritten_function
# source: constructed
# says: import importlib
# says: plt\.title
# %% fails
import matplotlib.pyplot as plt
plt.title = 'x'
plt.title('y')
# %% mended
import matplotlib.pyplot as plt
plt.title = 'x'
import importlib
importlib.reload(plt)
plt.title('y')
