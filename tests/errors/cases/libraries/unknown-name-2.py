# rule: libraries_plots.unknown_name
# source: constructed
# says: plt\.plot\(\[1,2\], color='blue'\)
# says: bleu
# %% fails
import matplotlib.pyplot as plt
plt.plot([1,2], color='bleu')
# %% mended
import matplotlib.pyplot as plt
plt.plot([1,2], color='blue')
