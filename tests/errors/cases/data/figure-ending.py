# rule: pictures_saved.figure_ending
# source: constructed
# says: '.pgn'
# %% before
import matplotlib.pyplot as plt
plt.plot([3, 1]);
# %% fails
plt.savefig('curve.pgn')
# %% mended
plt.savefig('curve.png')
