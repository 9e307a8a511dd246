# rule: notebook_undefined.not_imported
# source: constructed
# says: import matplotlib\.pyplot as plt
# says: plt
# %% fails
plt.plot([1])
# %% mended
import matplotlib.pyplot as plt
