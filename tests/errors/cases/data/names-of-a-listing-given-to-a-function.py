# rule: listings_joined.name_without_folder
# source: constructed
# says: load\(os\.path\.join\(path, n\)\)
# %% before
import os
from pathlib import Path
import numpy as np, matplotlib.pyplot as plt
from PIL import Image
Path('im').mkdir(); Image.new('RGB',(8,8)).save('im/a.png')
def load(n): return np.array(Image.open(n))
def load_all(path): return np.stack([load(n) for n in sorted(os.listdir(path))])
# %% fails
X = load_all('im')
