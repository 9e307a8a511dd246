# rule: listings_joined.name_without_folder
# source: constructed
# says: os\.walk\s+gives\s+names
# says: os\.path\.join\(root, f\)
# %% before
import os
from pathlib import Path
from PIL import Image
Path('xr/a').mkdir(parents=True); Image.new('L',(8,8)).save('xr/a/p1.png'); Image.new('L',(8,8)).save('xr/a/p2.png')
# %% fails
for root, dirs, files in os.walk('xr'):
    for f in files:
        im = Image.open(f)
# %% mended
for root, dirs, files in os.walk('xr'):
    for f in files:
        im = Image.open(os.path.join(root, f))
