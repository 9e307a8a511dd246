# rule: numbers_of_files.loadtxt_of_words
# source: constructed
# says: pd.read_csv\('pets.csv'\)
# %% before
import numpy as np
import pandas as pd
from pathlib import Path
Path('pets.csv').write_text('name,age\ntom,2\nrex,4\n')
# %% fails
pets = np.loadtxt('pets.csv', delimiter=',')
# %% mended
pets = pd.read_csv('pets.csv')
