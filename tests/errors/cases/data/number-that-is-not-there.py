# rule: paths.no_such_file
# source: constructed
# says: no `?17\.png
# %% before
from PIL import Image
from pathlib import Path
Path('digits').mkdir()
for i in range(9): Image.new('L', (8, 8)).save(f'digits/{i}.png')
# %% fails
Image.open('digits/17.png')
# %% mended
Image.open('digits/7.png');
