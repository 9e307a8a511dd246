# notice: files.no_pictures
# source: forums.fast.ai (get_image_files gives (#0) [])
# says: `?files`? is empty
# says: There is no .?flower.? in
# says: flowers
# %% before
from fastai.vision.all import *
Path('media/flowers').mkdir(parents=True)
PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save('media/flowers/a.png')
# %% cell
root = Path('media')
files = get_image_files(root/'flower')
# %% mended
root = Path('media')
files = get_image_files(root/'flowers')
