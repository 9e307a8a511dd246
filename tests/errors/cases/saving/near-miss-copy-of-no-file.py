# rule: not files_written.into_no_folder
# source: constructed
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
import shutil
shutil.copy('pond/goose.jpg', 'valid/goose.jpg')
