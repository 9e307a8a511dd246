# rule: notebook_undefined.never_defined
# source: constructed
# says: plot_losses is not defined: no cell
# %% before
from fastai.vision.all import *
# %% fails
plot_losses([3., 2., 1.])
# %% mended
def plot_losses(losses): plt.plot(losses)
plot_losses([3., 2., 1.])
