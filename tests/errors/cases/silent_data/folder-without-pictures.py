# notice: files.no_pictures
# source: constructed
# says: `?pics`? is empty
# says: notes\.txt
# %% before
from fastai.vision.all import *
Path('store').mkdir()
Path('store/notes.txt').write_text('x')
# %% cell
pics = get_image_files('store')
# %% mended
pics = get_image_files('.', recurse=False)
