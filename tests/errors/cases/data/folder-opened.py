# rule: paths.folder_for_a_file
# source: constructed
# says: folder
# says: 'pics/0\.png'
# %% before
from fastai.vision.all import *
Path('pics').mkdir(); Image.new('RGB', (8, 8)).save('pics/0.png')
# %% fails
img = PILImage.create('pics')
# %% mended
img = PILImage.create('pics/0.png')
