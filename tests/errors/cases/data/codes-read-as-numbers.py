# rule: numbers_of_files.loadtxt_of_words
# source: https://forums.fast.ai (codes of camvid)
# says: 'Sky' in seg.codes.txt is no number
# says: names = np.loadtxt\(folder / 'codes.txt', dtype=str\)
# %% before
import numpy as np
from pathlib import Path
folder = Path('seg'); folder.mkdir()
(folder/'codes.txt').write_text('Sky\nRoad\nCar\n')
# %% fails
names = np.loadtxt(folder/'codes.txt')
# %% mended
names = np.loadtxt(folder/'codes.txt', dtype=str)
