# rule: fastai1.name_of_fastbook
# source: https://www.kaggle.com/code/jhoward/is-it-a-bird-creating-a-model-from-your-own-data
# says: search_images
# says: ddgs
# %% before
from fastai.vision.all import *
# %% fails
urls = search_images('bird photos', max_images=1)
