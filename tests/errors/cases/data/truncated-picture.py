# rule: files_broken.truncated_picture
# source: https://stackoverflow.com/questions/12984426
# says: truncated
# says: big\.jpg
# says: LOAD_TRUNCATED_IMAGES
# %% before
from PIL import Image
from pathlib import Path
Image.new('RGB', (400, 400), (9, 200, 40)).save('big.jpg')
data = Path('big.jpg').read_bytes(); Path('big.jpg').write_bytes(data[:len(data) // 2])
# %% fails
img = Image.open('big.jpg').convert('RGB')
# %% mended
from PIL import ImageFile; ImageFile.LOAD_TRUNCATED_IMAGES = True
img = Image.open('big.jpg').convert('RGB')
