# rule: numbers_of_files.loadtxt_of_words
# source: constructed
# says: header
# says: skiprows=1
# %% before
import numpy as np
from pathlib import Path
Path('sizes.csv').write_text('width,height\n3,4\n5,6\n')
# %% fails
sizes = np.loadtxt('sizes.csv', delimiter=',')
# %% mended
sizes = np.loadtxt('sizes.csv', delimiter=',', skiprows=1)
