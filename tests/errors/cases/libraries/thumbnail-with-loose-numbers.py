# rule: picture_sizes.loose_numbers
# source: constructed
# says: photo\.thumbnail\(\(32, 32\)\)
# %% before
from PIL import Image
photo = Image.new("RGB", (60, 40))
# %% fails
photo.thumbnail(32, 32)
# %% mended
photo.thumbnail((32, 32))
