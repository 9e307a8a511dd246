# rule: files_broken.not_a_picture
# source: constructed
# says: cannot be opened as a picture
# %% before
from PIL import Image
from pathlib import Path
Path('._rest.jpg').write_bytes(b'hello hello')
# %% fails
Image.open('._rest.jpg')
