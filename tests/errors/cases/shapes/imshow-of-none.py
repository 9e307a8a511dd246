# rule: none
# source: constructed
# %% before
import matplotlib.pyplot as plt
# %% fails
plt.imshow(None)
