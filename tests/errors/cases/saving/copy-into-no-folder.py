# rule: files_written.into_no_folder
# source: constructed
# says: valid/ducks
# says: mkdir
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
import shutil
for f in Path('pond').iterdir():
    shutil.copy(f, Path('valid/ducks') / f.name)
# %% mended
import shutil
Path('valid/ducks').mkdir(parents=True, exist_ok=True)
for f in Path('pond').iterdir():
    shutil.copy(f, Path('valid/ducks') / f.name)
