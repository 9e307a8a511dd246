# rule: numbers_of_files.loadtxt_of_words
# source: constructed
# says: commas
# says: delimiter=','
# %% before
import numpy as np
from pathlib import Path
Path('points.txt').write_text('1.5,2\n3,4\n')
# %% fails
points = np.loadtxt(Path('points.txt'))
# %% mended
points = np.loadtxt(Path('points.txt'), delimiter=',')
