# rule: picture_sizes.loose_numbers
# source: https://stackoverflow.com/questions/20361444 (cropping with PIL)
# says: \(left, top, right,\s+bottom\)
# says: corner = photo\.crop\(\(0, 0, side, side\)\)
# %% before
from PIL import Image
photo, side = Image.new("RGB", (60, 40)), 20
# %% fails
corner = photo.crop(0, 0, side, side)
# %% mended
corner = photo.crop((0, 0, side, side))
