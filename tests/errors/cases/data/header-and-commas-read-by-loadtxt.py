# rule: numbers_of_files.loadtxt_of_words
# source: constructed
# says: header
# says: delimiter=',', skiprows=1
# %% before
import numpy as np
from pathlib import Path
Path('points.csv').write_text('x,y\n1.5,2\n3,4\n')
# %% fails
points = np.loadtxt('points.csv')
# %% mended
points = np.loadtxt('points.csv', delimiter=',', skiprows=1)
