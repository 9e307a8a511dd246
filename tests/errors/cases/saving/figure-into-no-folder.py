# rule: files_written.into_no_folder
# source: constructed
# says: plots
# says: mkdir
# %% before
import matplotlib.pyplot as plt
plt.plot([3, 1]);
# %% fails
plt.savefig('plots/curve.png')
# %% mended
from pathlib import Path
Path('plots').mkdir(parents=True, exist_ok=True)
plt.savefig('plots/curve.png')
