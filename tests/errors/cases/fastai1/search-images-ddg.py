# rule: fastai1.name_of_fastbook
# source: constructed
# says: search_images_ddg
# says: fastbook
# says: not part of fastai
# %% before
from fastai.vision.all import *
# %% fails
urls = search_images_ddg('grizzly bear', max_images=100)
len(urls), urls[0]
