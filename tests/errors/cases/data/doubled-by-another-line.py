# rule: not joined_twice.path_joined_twice
# source: constructed
# %% before
import os
from pathlib import Path
Path('birds/valid').mkdir(parents=True)
path = Path('birds')/'valid'
# %% fails
os.listdir(path/'valid')
