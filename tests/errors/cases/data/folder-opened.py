# rule: paths.folder_for_a_file
# source: constructed
# says: folder
# says: 'pics/0\.png'
# %% before
from pathlib import Path
from PIL import Image
Path('pics').mkdir(); Image.new('RGB', (8, 8)).save('pics/0.png')
# %% fails
img = Image.open('pics')
# %% mended
img = Image.open('pics/0.png')
