# rule: files_written.into_no_folder
# source: constructed
# says: tiny
# says: mkdir
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
duck.resize((4, 4)).save('tiny/duck.jpg')
# %% mended
Path('tiny').mkdir(parents=True, exist_ok=True)
duck.resize((4, 4)).save('tiny/duck.jpg')
