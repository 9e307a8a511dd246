# rule: files_written.into_no_folder
# source: constructed
# says: feats
# says: mkdir
# %% before
import numpy as np
from pathlib import Path
from PIL import Image
Path('pond').mkdir()
Image.new('RGB', (20, 10)).save('pond/duck.jpg')
duck = Image.open('pond/duck.jpg')
# %% fails
np.save('feats/duck.npy', np.array(duck))
# %% mended
Path('feats').mkdir(parents=True, exist_ok=True)
np.save('feats/duck.npy', np.array(duck))
