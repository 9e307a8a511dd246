# rule: files_written.into_no_folder
# source: constructed
# says: parents=True
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
(Path('out') / 'ducks').mkdir(exist_ok=True)
# %% mended
(Path('out') / 'ducks').mkdir(parents=True, exist_ok=True)
