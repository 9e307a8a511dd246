# rule: addresses_opened.address_opened
# source: https://stackoverflow.com/questions/7391945/how-do-i-read-image-data-from-a-url-in-python
# says: download_url\(where, 'owl\.png'\)
# says: owl = PILImage\.create\('owl\.png'\)
# says: [Dd]ownload
# %% before
from fastai.vision.all import *

where = "https://birds.example.org/pics/owl.png?size=large"
# %% fails
owl = PILImage.create(where)
# %% mended
Image.new("RGB", (4, 4)).save("owl.png")  # in place of the download
owl = PILImage.create('owl.png')
