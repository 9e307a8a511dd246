# rule: numbers_of_files.loadtxt_of_words
# source: constructed
# says: Path\('codes.txt'\).read_text\(\).splitlines\(\)
# %% before
import numpy as np
from pathlib import Path
Path('codes.txt').write_text('Sky\nTraffic light\nCar\n')
def read_codes(): return np.loadtxt('codes.txt')
# %% fails
names = read_codes()
# %% mended
names = Path('codes.txt').read_text().splitlines()
