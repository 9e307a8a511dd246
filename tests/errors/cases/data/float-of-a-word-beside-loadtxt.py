# rule: not numbers_of_files.loadtxt_of_words
# source: constructed
# %% before
import numpy as np
from pathlib import Path
Path('codes.txt').write_text('Sky\nRoad\n')
names = np.loadtxt('codes.txt', dtype=str)
# %% fails
names.astype(float)
