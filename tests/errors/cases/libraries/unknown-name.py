# rule: libraries_plots.unknown_name
# source: constructed
# says: plt\.style\.use\('seaborn\-v0_8'\)
# says: matplotlib
# %% fails
import matplotlib.pyplot as plt
plt.style.use('seaborn')
# %% mended
import matplotlib.pyplot as plt
plt.style.use('seaborn-v0_8')
