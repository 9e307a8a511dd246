# rule: fastai1.name_of_fastai1
# source: constructed
# says: open_image
# says: fastai 1
# says: PILImage\.create\('one_8\.png'\)
# %% before
from fastai.vision.all import *
import PIL
PIL.Image.new('RGB', (32, 32)).save('one_8.png')
# %% fails
img = open_image('one_8.png')
# %% mended
img = PILImage.create('one_8.png')
